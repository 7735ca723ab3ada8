import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { checkAccessLog } from '@tongcheng/cloudfunctions/app/audit/check-access-log';
import { createFirstOfficials } from '@tongcheng/cloudfunctions/app/oversight/first-officials';
import type { OfficialCredentials } from '@tongcheng/cloudfunctions/app/oversight/official-credentials';
import { officials } from '@tongcheng/cloudfunctions/app/oversight/official-record';
import { refreshOfficial } from '@tongcheng/cloudfunctions/app/oversight/refresh-official';
import { resetOfficial } from '@tongcheng/cloudfunctions/app/oversight/reset-official';
import { signInOfficial } from '@tongcheng/cloudfunctions/app/oversight/sign-in-official';
import { anyoneAt } from '../world/callers';
import { instanceOver, ownStore } from '../world/instance';
import { memoryObjects } from '../world/memory-objects';
import { answered, refusalOf } from '../world/rider';
import { city, codeAt } from './office';

jest.setTimeout(60_000);

const anyone = anyoneAt('10.0.0.1');
const silently = async () => undefined;
const died = new Error('the process died');
const dies = async () => {
  throw died;
};

/** An installation on a new store, before its first officials. */
async function installation() {
  const place = ownStore();
  const needs = await instanceOver(place.store, undefined, 'reset');
  const signIn = (credentials: OfficialCredentials) => {
    const { login, password } = credentials;
    return signInOfficial(needs, anyone, { login, password, totp: codeAt(credentials, needs.clock.now()) });
  };
  /** Resets and gives what was told, with what of it held while it was told. */
  const reset = async (login: string) => {
    const told: OfficialCredentials[] = [];
    const outcome = await resetOfficial(needs, login, [city], async (given) => void told.push(...given));
    return { outcome, told };
  };
  return { place, needs, signIn, reset };
}

let house: Awaited<ReturnType<typeof installation>>;
beforeEach(async () => {
  house = await installation();
});
afterEach(() => house.place.close());

describe('the first officials', () => {
  it('are told before they are made: an end in between makes nobody, and the next start tells anew', async () => {
    const { needs, place, signIn } = house;
    await expect(createFirstOfficials(needs, [city], dies)).rejects.toBe(died);
    expect(await place.store.count(officials, {})).toBe(0);
    const told: OfficialCredentials[] = [];
    const made = await createFirstOfficials(needs, [city], async (given) => {
      expect(await place.store.count(officials, {})).toBe(0);
      told.push(...given);
    });
    expect(told).toEqual(made);
    for (const each of told) expect((await signIn(each)).ok).toBe(true);
  });

  it('made by two starts at once hold for the one that was first; the other says that its own do not', async () => {
    const { needs, signIn } = house;
    const both = await Promise.allSettled([1, 2].map(() => createFirstOfficials(needs, [city], silently)));
    const made = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(made).toHaveLength(1);
    for (const each of made[0] ?? []) expect((await signIn(each)).ok).toBe(true);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: expect.stringMatching(/登录信息无效.*does not hold/) },
    });
  });
});

describe('a reset', () => {
  it('gives new credentials; the old ones, every session and a lock end', async () => {
    const { needs, signIn, reset } = house;
    const [chief, deputy] = await createFirstOfficials(needs, [city], silently);
    if (!chief || !deputy) throw new Error('no first officials');
    const session = answered(await signIn(chief));
    needs.clock.pass(30_000);
    for (let wrong = 0; wrong < 5; wrong += 1) await signIn({ ...chief, password: 'wrong' });
    expect(refusalOf(await signIn(chief))).toBe('account-locked');
    const { outcome, told } = await reset('chief');
    expect([outcome, told.map(({ login }) => login)]).toEqual(['reset', ['chief']]);
    expect(refusalOf(await signIn(chief))).toBe('credentials-refused');
    const renewed = await refreshOfficial(needs, anyone, { refreshToken: session.refreshToken });
    expect(refusalOf(renewed)).toBe('session-ended');
    const [fresh] = told;
    const again = fresh && answered(await signIn(fresh));
    expect(again).toMatchObject({ officialId: session.officialId, roles: session.roles, cities: session.cities });
    expect((await signIn(deputy)).ok).toBe(true);
  });

  it('X-04 is a link of the chained access log, before anything is told', async () => {
    const { needs, place } = house;
    await createFirstOfficials(needs, [city], silently);
    const chief = await place.store.get(officials, 'chief');
    let entriesWhenShown = 0;
    await resetOfficial(needs, 'chief', [city], async () => {
      entriesWhenShown = await place.store.count(accessLog, {});
    });
    expect(entriesWhenShown).toBe(1);
    const { items } = await place.store.find(accessLog, { where: {}, limit: 10 });
    expect(items.map(({ access }) => [access.purpose, access.who, access.what])).toEqual([
      ['official-credentials', 'installation', chief?.officialId],
    ]);
    expect(await checkAccessLog({ ...needs, objects: memoryObjects() })).toMatchObject({ whole: true, entries: 1 });
  });

  it('that dies before it has told leaves the old credentials as they are', async () => {
    const { needs, signIn } = house;
    const [chief] = await createFirstOfficials(needs, [city], silently);
    await expect(resetOfficial(needs, 'chief', [city], dies)).rejects.toBe(died);
    expect(chief && (await signIn(chief)).ok).toBe(true);
  });

  it('holds also when the official signs in at that moment', async () => {
    const { needs, signIn, reset } = house;
    const [chief] = await createFirstOfficials(needs, [city], silently);
    if (!chief) throw new Error('no chief');
    const told: OfficialCredentials[] = [];
    await resetOfficial(needs, 'chief', [city], async (given) => {
      expect((await signIn(chief)).ok).toBe(true);
      told.push(...given);
    });
    expect(told[0] && (await signIn(told[0])).ok).toBe(true);
    expect((await reset('chief')).outcome).toBe('reset');
  });

  it('makes the one of the first officials who is missing, and nobody else', async () => {
    const { needs, place, signIn, reset } = house;
    expect(await reset('deputy')).toEqual({ outcome: 'unknown', told: [] });
    await createFirstOfficials(needs, [city], silently);
    await place.store.delete(officials, 'deputy');
    const { outcome, told } = await reset('deputy');
    expect(outcome).toBe('created');
    expect(told[0] && answered(await signIn(told[0]))).toMatchObject({ login: 'deputy', cities: [city] });
    expect(await reset('mallory')).toEqual({ outcome: 'unknown', told: [] });
    expect(await place.store.count(officials, {})).toBe(2);
  });
});
