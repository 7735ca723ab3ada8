import { verify } from '@node-rs/argon2';
import { createFirstOfficials } from '@tongcheng/cloudfunctions/app/oversight/first-officials';
import { officials } from '@tongcheng/cloudfunctions/app/oversight/official-record';
import { refreshOfficial } from '@tongcheng/cloudfunctions/app/oversight/refresh-official';
import { nobodysHash, signInOfficial } from '@tongcheng/cloudfunctions/app/oversight/sign-in-official';
import { signOutOfficial } from '@tongcheng/cloudfunctions/app/oversight/sign-out-official';
import { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import { hourMs, minuteMs } from '@tongcheng/shared/time';
import { generateSync } from 'otplib';
import { anyoneAt } from '../world/callers';
import { instanceOver, ownStore } from '../world/instance';
import { answered, refusalOf } from '../world/rider';

jest.setTimeout(60_000);

const anyone = anyoneAt('10.0.0.1');

/** An installation just started. */
const started = async (seed: string) => {
  const place = ownStore();
  const needs = await instanceOver(place.store, undefined, seed);
  const created = await createFirstOfficials(needs, ['420100'], async () => undefined);
  const [chief, deputy] = created;
  if (!chief || !deputy) throw new Error('no first officials');
  const codeNow = () => generateSync({ secret: chief.totpSecret, epoch: Math.floor(needs.clock.now() / 1_000) });
  const signIn = (given: { login?: string; password?: string; totp?: string } = {}) =>
    signInOfficial(needs, anyone, { login: 'chief', password: chief.password, totp: codeNow(), ...given });
  return { place, needs, chief, deputy, created, codeNow, signIn };
};

let house: Awaited<ReturnType<typeof started>>;
let turn = 0;
beforeEach(async () => {
  turn += 1;
  house = await started(`officials ${turn}`);
});
afterEach(() => house.place.close());

const wrongCode = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0');

describe('first officials', () => {
  it('are two, with random credentials that are told once', async () => {
    const { created, needs, chief, deputy } = house;
    expect(created.map(({ login }) => login)).toEqual(['chief', 'deputy']);
    expect(chief.password).toMatch(/^[0-9A-Z]{6}(-[0-9A-Z]{6}){3}$/);
    expect(chief.password).not.toBe(deputy.password);
    expect(chief.totpSecret).not.toBe(deputy.totpSecret);
    expect(chief.totpUri).toMatch(/^otpauth:\/\/totp\/.*secret=/);
    expect(await createFirstOfficials(needs, ['420100'], async () => undefined)).toEqual([]);
  });

  it('keep no password and no secret in the clear', async () => {
    const { items } = await house.place.store.find(officials, { where: {}, limit: 10 });
    const kept = JSON.stringify(items);
    for (const { password, totpSecret } of house.created) {
      expect(kept).not.toContain(password);
      expect(kept).not.toContain(totpSecret);
    }
    for (const { passwordHash } of items) expect(passwordHash).toMatch(/^\$argon2id\$/);
  });

  it('cover every act that two persons share', async () => {
    const { items } = await house.place.store.find(officials, { where: {}, limit: 10 });
    for (const { roles } of items) expect(roles).toContain('bureau');
  });
});

describe('signing in', () => {
  it('takes login, password and code together, and gives a session of roles and cities', async () => {
    const session = answered(await house.signIn());
    expect(OfficialSession.safeParse(session).success).toBe(true);
    expect(session).toMatchObject({ login: 'chief', cities: ['420100'] });
    expect(await house.needs.callerOf(session.accessToken, 'x')).toMatchObject({
      kind: 'official',
      cities: ['420100'],
    });
  });

  it('a login may be written in capitals', async () => {
    expect((await house.signIn({ login: ' Chief ' })).ok).toBe(true);
  });

  it('refuses any wrong part alike', async () => {
    const answers = [
      await house.signIn({ password: house.deputy.password }),
      await house.signIn({ totp: wrongCode(house.codeNow()) }),
      await house.signIn({ login: 'nobody' }),
      await house.signIn({ password: '' }),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: false, failure: { code: 'credentials-refused' } })]),
    );
  });

  it('a code is good once, also when it is used five times at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => house.signIn()));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusalOf(await house.signIn())).toBe('credentials-refused');
    house.needs.clock.pass(30_000);
    expect((await house.signIn()).ok).toBe(true);
  });

  it('a code of the step before is taken once, and none that is older', async () => {
    const old = house.codeNow();
    house.needs.clock.pass(30_000);
    expect((await house.signIn({ totp: old })).ok).toBe(true);
    expect(refusalOf(await house.signIn({ totp: old }))).toBe('credentials-refused');
    const stale = house.codeNow();
    house.needs.clock.pass(3 * minuteMs);
    expect(refusalOf(await house.signIn({ totp: stale }))).toBe('credentials-refused');
  });

  it('five wrong attempts lock the account for a quarter of an hour, even for the right ones', async () => {
    for (let wrong = 0; wrong < 5; wrong += 1) await house.signIn({ password: 'wrong' });
    expect(refusalOf(await house.signIn())).toBe('account-locked');
    house.needs.clock.pass(15 * minuteMs - 1);
    expect(refusalOf(await house.signIn())).toBe('account-locked');
    house.needs.clock.pass(1);
    expect((await house.signIn()).ok).toBe(true);
  });

  it('wrong attempts at once are all counted', async () => {
    await Promise.all([1, 2, 3, 4, 5].map(() => house.signIn({ password: 'wrong' })));
    expect(refusalOf(await house.signIn())).toBe('account-locked');
  });

  it('a login that does not exist costs as much time as one that does', async () => {
    expect(await verify(nobodysHash, 'anything')).toBe(false);
  });
});

describe('an official’s session', () => {
  it('is renewed with the roles of now, ends by itself after eight hours, and by signing out', async () => {
    const session = answered(await house.signIn());
    const held = await house.place.store.get(officials, 'chief');
    if (!held) throw new Error('no chief');
    const { _v, ...record } = held;
    await house.place.store.update(officials, { ...record, roles: ['auditor'], cities: ['210100'] }, _v);
    house.needs.clock.pass(minuteMs);
    const renewed = answered(await refreshOfficial(house.needs, anyone, { refreshToken: session.refreshToken }));
    expect(renewed).toMatchObject({ roles: ['auditor'], cities: ['210100'] });
    const caller = await house.needs.callerOf(renewed.accessToken, 'x');
    if (typeof caller === 'string' || caller.kind !== 'official') throw new Error('no official');
    await signOutOfficial(house.needs, caller, {});
    house.needs.clock.pass(5_000);
    expect(await house.needs.callerOf(renewed.accessToken, 'x')).toBe('ended');
    expect(refusalOf(await refreshOfficial(house.needs, anyone, { refreshToken: renewed.refreshToken }))).toBe(
      'session-ended',
    );
    const another = answered(await house.signIn());
    house.needs.clock.pass(8 * hourMs);
    expect(refusalOf(await refreshOfficial(house.needs, anyone, { refreshToken: another.refreshToken }))).toBe(
      'session-ended',
    );
  });

  it('X-24 ends with the official: who is no longer one is given no new token', async () => {
    const session = answered(await house.signIn());
    const renewed = answered(await refreshOfficial(house.needs, anyone, { refreshToken: session.refreshToken }));
    await house.place.store.delete(officials, 'chief');
    expect(refusalOf(await refreshOfficial(house.needs, anyone, { refreshToken: renewed.refreshToken }))).toBe(
      'session-ended',
    );
  });
});
