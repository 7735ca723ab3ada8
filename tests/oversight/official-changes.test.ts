import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { allOfficials, replaceOfficial } from '@tongcheng/cloudfunctions/app/oversight/appointments/administrators';
import { officialChanges } from '@tongcheng/cloudfunctions/app/oversight/appointments/official-change-record';
import { createFirstOfficials } from '@tongcheng/cloudfunctions/app/oversight/first-officials';
import { type OfficialRecord, officials } from '@tongcheng/cloudfunctions/app/oversight/official-record';
import { makeCallerOf } from '@tongcheng/cloudfunctions/app/sessions/caller-of';
import { revocationList } from '@tongcheng/cloudfunctions/app/sessions/revocations';
import type { OfficialRole } from '@tongcheng/shared/access';
import { OfficialChangeRow } from '@tongcheng/shared/oversight/official-change';
import { dayMs } from '@tongcheng/shared/time';
import { generateSync } from 'otplib';
import * as z from 'zod';
import { openTown, type Town } from '../world/town';
import { officialToken } from '../world/town-sessions';

jest.setTimeout(60_000);

let town: Town;
/** `chief` administers, `deputy` is of the bureau: the two that the first start makes. */
let [chief, deputy] = ['', ''];
let first: readonly OfficialRecord[];
beforeAll(async () => {
  town = await openTown();
  await createFirstOfficials(town.needs, ['420100'], async () => undefined);
  [chief, deputy] = [await idOf('chief'), await idOf('deputy')];
  first = await allOfficials(town.needs);
});
/** Each test begins with these two, and nothing that waits. */
beforeEach(async () => {
  const { store } = town.needs;
  for (const { _id } of await allOfficials(town.needs)) await store.delete(officials, _id);
  for await (const batch of store.stream(officialChanges, { where: {} }))
    for (const { _id } of batch) await store.delete(officialChanges, _id);
  await store.insertMany(officials, first);
});
afterEach(() => expect(town.faults).toEqual([]));
afterAll(() => town.close());

const city = '420100';
const password = '一句只有我知道的长话 2026';
const idOf = async (login: string) => (await town.needs.store.get(officials, login))?.officialId ?? '';
const tokenOf = (official: string, roles: readonly OfficialRole[], cities = [city]) =>
  officialToken(town, roles, cities, 30 * dayMs, undefined, official);
const byChief = () => tokenOf(chief, ['administrator', 'bureau', 'operator']);
const byDeputy = () => tokenOf(deputy, ['bureau', 'health', 'auditor']);

const appointment = { roles: ['bureau'], cities: [city], provinces: [] };
const newcomer = { kind: 'add', login: 'wang.li', name: '王丽', appointment };
const administrator = { ...newcomer, appointment: { ...appointment, roles: ['administrator'] } };

const propose = (change: unknown, token = byChief()) =>
  town.ask('oversight.propose-official-change', { change, reason: '新同事 a new colleague' }, token);
const Proposed = z.object({ change: OfficialChangeRow, code: z.string().optional() });
const proposed = async (change: unknown, token = byChief()) => Proposed.parse((await propose(change, token)).value);
const decide = ({ changeId, proposal }: OfficialChangeRow, token = byDeputy(), approve = true) =>
  town.ask('oversight.decide-official-change', { changeId, approve, proposal }, token);
const refused = (code: string) => ({ ok: false, failure: { code } });
const Link = z.object({ link: z.object({ url: z.string() }) });
const listed = async (token = byDeputy(), of = city) => {
  const told = await town.ask('oversight.list-official-changes', { city: of }, token);
  return z.object({ changes: z.array(OfficialChangeRow) }).parse(told.value).changes;
};

/** Proposed by the chief and approved by the deputy: the two halves of a sign-in. */
const halves = async (change: unknown = newcomer) => {
  const { change: row, code = '' } = await proposed(change);
  const { link } = Link.parse((await decide(row)).value);
  expect(link.url).toMatch(/\/console\/#\/welcome\/[\w.-]+$/);
  return { link: link.url.split('/').at(-1) ?? '', code };
};
const Opened = z.object({ totpSecret: z.string(), login: z.string(), roles: z.array(z.string()) });
const open = async (asked: unknown) => Opened.parse((await town.ask('oversight.open-official-link', asked)).value);
const totpOf = (secret: string) => generateSync({ secret, epoch: Math.floor(town.needs.clock.now() / 1_000) });
const accept = async (given: { link: string; code: string }, more: object = {}) => {
  const { totpSecret } = await open(given);
  return town.ask('oversight.accept-official-link', { ...given, password, totp: totpOf(totpSecret), ...more });
};
const Session = z.object({ accessToken: z.string(), refreshToken: z.string(), login: z.string() });
const otherHost = () => makeCallerOf(town.needs.tokens, revocationList(town.needs));
const reasons = async () =>
  (await town.needs.store.find(accessLog, { where: {}, limit: 50 })).items
    .flatMap(({ access, more = [] }) => [access, ...more.map((each) => each.access)])
    .map(({ who, what, reason }) => [who, what, reason]);

test('X-24 an official is added by two persons and sets password and one-time codes by two halves, each of which one of the two has', async () => {
  const { change, code } = await proposed(newcomer);
  expect(change).toMatchObject({
    kind: 'add',
    login: 'wang.li',
    name: '王丽',
    after: appointment,
    standing: 'proposer',
  });
  expect((await listed())[0]).toMatchObject({ changeId: change.changeId, standing: 'decides', proposedBy: chief });
  expect(await decide(change, byChief())).toMatchObject(refused('second-person-needed'));
  const { link } = Link.parse((await decide(change)).value);
  expect(await town.needs.store.get(officials, 'wang.li')).toBeUndefined();
  expect((await listed())[0]).toMatchObject({ link: { approvedBy: deputy } });
  const kept = JSON.stringify(await town.needs.store.get(officialChanges, change.changeId));
  const halfOfLink = link.url.split('/').at(-1) ?? '';
  for (const secret of [code ?? '?', halfOfLink.slice(-20)]) expect(kept).not.toContain(secret);

  const given = { link: halfOfLink, code: `${code?.toLowerCase().replaceAll('-', ' ')}` };
  expect(await open(given)).toMatchObject({ login: 'wang.li', roles: ['bureau'] });
  const session = Session.parse((await accept(given)).value);
  expect(await otherHost()(session.accessToken, 'x')).toMatchObject({ kind: 'official', roles: ['bureau'] });
  expect(await town.ask('oversight.open-official-link', given)).toMatchObject(refused('official-link-refused'));
  expect(await listed()).toEqual([]);
  const wang = await idOf('wang.li');
  expect(await reasons()).toEqual([
    [chief, wang, 'propose-add'],
    [deputy, wang, 'approve-add'],
    [wang, wang, 'use-add'],
  ]);
  const told = await town.ask('oversight.list-officials', { city }, byDeputy());
  expect(JSON.stringify(told.value)).toContain('"login":"wang.li","name":"王丽","roles":["bureau"]');
});

test('X-24 a link takes its code, a strong password and a right one-time code; ten wrong codes or three days end it', async () => {
  const given = await halves();
  const wrong = { ...given, code: 'AAAA-AAAA-AAAA' };
  expect(await town.ask('oversight.open-official-link', wrong)).toMatchObject(refused('official-code-refused'));
  const forged = { ...given, link: `${given.link.slice(0, -4)}AAAA` };
  expect(await town.ask('oversight.open-official-link', forged)).toMatchObject(refused('official-link-refused'));
  expect(await accept(given, { password: 'wang.li 2026 wang.li' })).toMatchObject(refused('password-weak'));
  expect(await accept(given, { password: 'abababababababab' })).toMatchObject(refused('password-weak'));
  expect(await accept(given, { totp: '000000' })).toMatchObject(refused('one-time-code-wrong'));
  for (let i = 1; i < 10; i += 1) await town.ask('oversight.open-official-link', wrong);
  expect(await town.ask('oversight.open-official-link', given)).toMatchObject(refused('official-link-refused'));
  const later = await halves({ ...newcomer, login: 'zhao' });
  town.pass(3 * dayMs);
  expect(await town.ask('oversight.open-official-link', later)).toMatchObject(refused('official-link-refused'));
});

test('X-24 of two who use a link at once one sets the password; an open link can be ended, and a newer one ends the older', async () => {
  const given = await halves();
  const both = await Promise.all([accept(given), accept(given)]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const first = await halves({ kind: 'credentials', officialId: await idOf('wang.li') });
  const second = await halves({ kind: 'credentials', officialId: await idOf('wang.li') });
  expect(await town.ask('oversight.open-official-link', first)).toMatchObject(refused('official-link-refused'));
  const [, row] = await listed();
  if (!row) throw new Error('no open link');
  expect(await decide(row, byChief(), false)).toMatchObject({ ok: true });
  expect(await town.ask('oversight.open-official-link', second)).toMatchObject(refused('official-link-refused'));
});

test('X-24 other roles hold on every host within five seconds, and only for what was looked at', async () => {
  const session = Session.parse((await accept(await halves())).value);
  const officialId = await idOf('wang.li');
  const elsewhere = otherHost();
  expect(await elsewhere(session.accessToken, 'x')).toMatchObject({ kind: 'official' });
  const health = { ...appointment, roles: ['health', 'auditor'] };
  expect(await propose({ kind: 'change', officialId, appointment })).toMatchObject(refused('official-unchanged'));
  const { change } = await proposed({ kind: 'change', officialId, appointment: health });
  expect(change).toMatchObject({ before: appointment, after: health });
  expect(await propose({ kind: 'remove', officialId })).toMatchObject(refused('official-change-open'));
  expect(await decide({ ...change, proposal: 'another' })).toMatchObject(refused('proposal-changed'));
  expect(await decide(change, tokenOf(officialId, ['administrator']))).toMatchObject(refused('official-is-subject'));
  expect(await decide(change)).toMatchObject({ ok: true });
  town.pass(5_000);
  expect(await elsewhere(session.accessToken, 'x')).toBe('ended');
  expect(await town.needs.store.get(officials, 'wang.li')).toMatchObject({ roles: ['health', 'auditor'] });
  expect(await decide(change)).toMatchObject(refused('nothing-to-decide'));
});

test('X-24 who is removed by two persons signs in no more and their sessions end; new credentials by two persons let them in again', async () => {
  const session = Session.parse((await accept(await halves())).value);
  const officialId = await idOf('wang.li');
  const unused = await halves({ kind: 'credentials', officialId });
  const { change } = await proposed({ kind: 'remove', officialId });
  const elsewhere = otherHost();
  expect(await elsewhere(session.accessToken, 'x')).toMatchObject({ kind: 'official' });
  expect(await decide(change)).toMatchObject({ ok: true });
  town.pass(5_000);
  expect(await elsewhere(session.accessToken, 'x')).toBe('ended');
  const { refreshToken } = session;
  expect(await town.ask('oversight.refresh-official', { refreshToken })).toMatchObject(refused('session-ended'));
  expect(await town.ask('oversight.open-official-link', unused)).toMatchObject(refused('official-link-refused'));
  expect(await propose({ kind: 'change', officialId, appointment })).toMatchObject(refused('official-is-revoked'));
  const again = await accept(await halves({ kind: 'credentials', officialId }), { password: `${password} neu` });
  expect(again).toMatchObject({ ok: true });
  expect(await town.needs.store.get(officials, 'wang.li')).not.toHaveProperty('revokedAt');
});

test('X-24 somebody who lost password or authenticator keeps the old sign-in until the new link is used, then it and its sessions are over', async () => {
  const session = Session.parse((await accept(await halves())).value);
  const officialId = await idOf('wang.li');
  const before = await town.needs.store.get(officials, 'wang.li');
  const given = await halves({ kind: 'credentials', officialId });
  expect(await otherHost()(session.accessToken, 'x')).toMatchObject({ kind: 'official' });
  const fresh = Session.parse((await accept(given, { password: `${password} neu` })).value);
  town.pass(5_000);
  expect(await otherHost()(session.accessToken, 'x')).toBe('ended');
  expect(await otherHost()(fresh.accessToken, 'x')).toMatchObject({ kind: 'official' });
  const after = await town.needs.store.get(officials, 'wang.li');
  expect(after?.passwordHash).not.toBe(before?.passwordHash);
  expect(after?.sealedTotp).not.toBe(before?.sealedTotp);
});

test('X-24 a proposal is over after a week, withdrawn by who made it, and nothing when who made it may no more', async () => {
  const { change } = await proposed(newcomer);
  expect(await decide(change, byChief(), false)).toMatchObject({ ok: true });
  expect(await decide(change)).toMatchObject(refused('nothing-to-decide'));
  const own = (await proposed({ kind: 'credentials', officialId: chief })).change;
  expect(await decide(own, byChief())).toMatchObject(refused('second-person-needed'));
  expect(await decide(own, byChief(), false)).toMatchObject({ ok: true });
  const second = (await proposed(newcomer)).change;
  town.pass(7 * dayMs);
  expect(await decide(second)).toMatchObject(refused('proposal-expired'));
  expect(await listed()).toEqual([]);
  expect(await decide(second, byDeputy(), false)).toMatchObject({ ok: true });
  const third = (await proposed(newcomer, byDeputy())).change;
  const end = { officialId: deputy, reason: 'x' };
  expect(await town.ask('oversight.revoke-official', end, byChief())).toMatchObject({ ok: true });
  expect(await decide(third, byChief())).toMatchObject(refused('proposer-not-entitled'));
});

test('X-24 one of the two is an administrator, and both act in every place that the change is about', async () => {
  const { change } = await proposed(newcomer, byDeputy());
  const other = tokenOf('01ARZ3NDEKTSV4RRFFQ69G5FA1', ['bureau']);
  expect(await decide(change, other)).toMatchObject(refused('administrator-needed'));
  expect((await listed(other))[0]).toMatchObject({ standing: 'no-administrator' });
  const elsewhere = tokenOf('01ARZ3NDEKTSV4RRFFQ69G5FA2', ['administrator'], ['420200']);
  expect(await decide(change, elsewhere)).toMatchObject(refused('nothing-to-decide'));
  expect(await listed(elsewhere, '420200')).toEqual([]);
  for (const places of [
    { cities: [city, '420200'], provinces: [] },
    { cities: [], provinces: [] },
    { cities: [], provinces: ['420000'] },
  ]) {
    const wide = { ...newcomer, login: 'li.si', appointment: { roles: ['bureau'], ...places } };
    expect(await propose(wide)).toMatchObject(refused('official-place-unknown'));
  }
  const unserved = { ...newcomer, login: 'li.si', appointment: { ...appointment, cities: ['420300'] } };
  const wider = tokenOf(chief, ['administrator'], [city, '420300']);
  expect(await propose(unserved, wider)).toMatchObject(refused('official-place-unknown'));
  expect(await decide(change, byChief())).toMatchObject({ ok: true });
});

test('X-24 names and logins are nobody else’s, and one official has twenty proposals open at most', async () => {
  expect(await propose({ ...newcomer, login: 'deputy' })).toMatchObject(refused('official-login-taken'));
  expect(await propose({ ...newcomer, name: 'Deputy' })).toMatchObject(refused('official-name-taken'));
  expect(await propose({ kind: 'remove', officialId: '01ARZ3NDEKTSV4RRFFQ69G5FA1' })).toMatchObject(
    refused('official-unknown'),
  );
  for (let i = 0; i < 20; i += 1) await proposed({ ...newcomer, login: `n${i}x`, name: `新人${i}` });
  expect(await propose({ ...newcomer, login: 'n20x' })).toMatchObject(refused('official-changes-limit'));
});

test('X-24 the last administrator of a place is neither removed nor given other roles, also when two go at once', async () => {
  const asDeputy = byDeputy();
  const changeOfChief = { kind: 'change', officialId: chief, appointment };
  expect(await propose({ kind: 'remove', officialId: chief }, asDeputy)).toMatchObject(refused('last-administrator'));
  expect(await propose(changeOfChief, asDeputy)).toMatchObject(refused('last-administrator'));
  // Somebody who has not used their link administers nothing yet.
  const given = await halves(administrator);
  expect(await propose(changeOfChief, asDeputy)).toMatchObject(refused('last-administrator'));
  await accept(given);
  const wang = await idOf('wang.li');
  const byWang = tokenOf(wang, ['administrator']);
  const { change } = await proposed(changeOfChief, byWang);
  const revoke = { officialId: wang, reason: 'x' };
  const byStranger = tokenOf('01ARZ3NDEKTSV4RRFFQ69G5FA1', ['administrator']);
  expect(await decide(change, asDeputy)).toMatchObject({ ok: true });
  expect(await town.ask('oversight.revoke-official', revoke, byStranger)).toMatchObject(refused('last-administrator'));
});

test('X-24 two administrators who are let go at the same moment: one at least stays', async () => {
  await accept(await halves(administrator));
  const { store } = town.needs;
  const [one, other] = await Promise.all(['chief', 'wang.li'].map((login) => store.get(officials, login)));
  if (!one || !other) throw new Error('two administrators');
  const gone = ({ _v, ...record }: typeof one) => ({ ...record, revokedAt: 1, revokedBy: 'x', revokedReason: 'x' });
  const { update } = store;
  let isFirst = true;
  const meanwhile = Object.assign(Object.create(store), {
    update: async (...asked: Parameters<typeof update>) => {
      if (isFirst) {
        isFirst = false;
        expect(await replaceOfficial({ store }, other, gone(other))).toBe('replaced');
      }
      return update.call(store, ...asked);
    },
  });
  expect(await replaceOfficial({ store: meanwhile }, one, gone(one))).toBe('last-administrator');
  expect(await store.get(officials, 'chief')).not.toHaveProperty('revokedAt');
  expect(await store.get(officials, 'wang.li')).toHaveProperty('revokedAt');
});

test('X-24 an official who was changed after a proposal is not changed by it, and a login that was taken is not given', async () => {
  const { change } = await proposed({ kind: 'remove', officialId: deputy });
  const held = await town.needs.store.get(officials, 'deputy');
  if (!held) throw new Error('no deputy');
  const { _v, ...record } = held;
  await town.needs.store.update(officials, { ...record, roles: ['health'] }, _v);
  await accept(await halves(administrator));
  const byWang = tokenOf(await idOf('wang.li'), ['administrator']);
  expect(await decide(change, byWang)).toMatchObject(refused('official-changed'));
  const late = (await proposed({ ...newcomer, login: 'late', name: '迟到' })).change;
  await town.needs.store.insert(officials, { ...record, _id: 'late', officialId: '01ARZ3NDEKTSV4RRFFQ69G5FA7' });
  expect(await decide(late, byWang)).toMatchObject(refused('official-login-taken'));
});
