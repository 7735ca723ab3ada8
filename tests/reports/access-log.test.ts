import { accessAnchors, beginningId } from '@tongcheng/cloudfunctions/app/audit/access-anchor';
import { accessAbout, accessLog, type RecordedAccess } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { anchorAccessLog } from '@tongcheng/cloudfunctions/app/audit/anchor-access-log';
import { earlierHash, earlierId, nothingBefore } from '@tongcheng/cloudfunctions/app/audit/chain';
import { checkAccessLog } from '@tongcheng/cloudfunctions/app/audit/check-access-log';
import { recordAccess } from '@tongcheng/cloudfunctions/app/audit/record-access';
import { dayMs } from '@tongcheng/shared/time';
import { mailedHead, verifyAudit } from '../../host/verify-audit';
import { type Installation, openInstallation } from '../world/installation';
import { clock } from '../world/ride-settings';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
  here.clock.set(first);
});
afterEach(() => here.close());

const first = clock('12:00:00');
const [day, next] = ['2022-06-02', '2022-06-03'];

const access = (what: string): RecordedAccess => ({
  ...{ purpose: 'daily-report', who: 'timer', city: '420100', what, counts: { scans: 3 } },
});

/** Another process over the same store. */
const another = () => ({ ...here.needs, store: { ...here.store } });

const idOf = (writer: number, number: number, of = day) =>
  `${of}.${String(writer).padStart(6, '0')}.${String(number).padStart(8, '0')}`;

/** Two processes write three links each on the first day and one writes on the next; the heads of both days are made. */
async function twoDays() {
  const processes = [here.needs, another()];
  for (const needs of processes) for (const what of ['a', 'b', 'c']) await recordAccess(needs, access(what));
  await anchorAccessLog(here.needs);
  here.clock.set(first + dayMs);
  await anchorAccessLog(here.needs);
  for (const what of ['d', 'e']) await recordAccess(here.needs, access(what));
  await anchorAccessLog(here.needs);
  const found = await here.store.get(accessAnchors, day);
  if (!found?.isFinal) throw new Error('the day has no head');
  return found;
}

const bad = (firstBad: string, why: string) => ({ whole: false, firstBad, why });

test('X-04 what is recorded at once goes into few links; several processes write a chain each, and all are whole', async () => {
  const [one, other] = [here.needs, another()];
  const both = Array.from({ length: 20 }, (_, number) => recordAccess(number % 2 ? one : other, access(`r${number}`)));
  await Promise.all(both);
  expect(await checkAccessLog(here.needs)).toMatchObject({ whole: true, entries: 20 });
  expect(await here.store.count(accessLog, {})).toBe(4);
  expect(await here.store.count(accessAbout, {})).toBe(20);
  expect(await here.store.count(accessAbout, { about: 'r19' })).toBe(1);
});

test('X-04 two days of two processes are whole, and so is what the mail told of them', async () => {
  const { hash } = await twoDays();
  expect(await checkAccessLog(here.needs, { day, hash })).toMatchObject({ whole: true, entries: 8, ended: 0 });
});

test.each([
  ['an entry is changed', idOf(1, 2), 'changed'],
  ['an entry is deleted', idOf(2, 2), 'missing'],
  ['the first entry of a process is deleted', idOf(1, 1), 'missing'],
  ['the end of a process’s chain is cut', idOf(2, 3), 'missing'],
] as const)('X-04 %s: it is named', async (how, id, why) => {
  await twoDays();
  const found = await here.store.get(accessLog, id);
  if (!found) throw new Error('no entry');
  const { _v, ...entry } = found;
  if (why === 'missing') await here.store.delete(accessLog, id);
  else await here.store.update(accessLog, { ...entry, access: { ...entry.access, who: how } }, _v);
  expect(await checkAccessLog(here.needs)).toEqual(bad(id, why));
  const lines: string[] = [];
  expect(await verifyAudit(here.needs, undefined, (line) => lines.push(line))).toBe(false);
  expect(lines.join('')).toContain(id);
});

test('X-04 a whole chain that is deleted and a day that is emptied are found', async () => {
  await twoDays();
  for (const number of [1, 2, 3]) await here.store.delete(accessLog, idOf(2, number));
  expect(await checkAccessLog(here.needs)).toEqual(bad(idOf(2, 1), 'missing'));
  for (const number of [1, 2, 3]) await here.store.delete(accessLog, idOf(1, number));
  expect(await checkAccessLog(here.needs)).toEqual(bad(idOf(1, 1), 'missing'));
});

test('X-04 today’s newest entries that are cut after the last head are found, and no head is made over the cut', async () => {
  await twoDays();
  await here.store.delete(accessLog, idOf(1, 2, next));
  expect(await checkAccessLog(here.needs)).toEqual(bad(idOf(1, 2, next), 'missing'));
  const before = await here.store.get(accessAnchors, next);
  await expect(anchorAccessLog(here.needs)).rejects.toThrow(idOf(1, 2, next));
  expect(await here.store.get(accessAnchors, next)).toEqual(before);
});

test('X-04 an entry that somebody links on without the key, or adds to a day that is over, is found', async () => {
  await twoDays();
  const last = await here.store.get(accessLog, idOf(2, 3));
  if (!last) throw new Error('no entry');
  const added = { _id: idOf(2, 4), at: first, access: access('x'), before: last.hash };
  await here.store.insert(accessLog, { ...added, hash: earlierHash(added) });
  expect(await checkAccessLog(here.needs)).toEqual(bad(idOf(2, 4), 'changed'));
  await here.store.delete(accessLog, idOf(2, 4));
  here.clock.set(first);
  await recordAccess(another(), access('late'));
  expect(await checkAccessLog(here.needs)).toEqual(bad(`${day} 3`, 'added'));
});

test.each([
  ['changed', next, 'anchor-changed'],
  ['deleted', day, 'anchor-missing'],
] as const)('X-04 a head that is %s is found', async (how, id, why) => {
  await twoDays();
  const found = await here.store.get(accessAnchors, id);
  if (!found) throw new Error('no head');
  const { _v, ...head } = found;
  if (how === 'deleted') await here.store.delete(accessAnchors, id);
  else await here.store.update(accessAnchors, { ...head, chains: [] }, _v);
  expect(await checkAccessLog(here.needs)).toEqual(bad(next, why));
});

test('X-04 the newest days that are removed with their heads show against the head that a mail holds', async () => {
  await twoDays();
  const { hash } = (await here.store.get(accessAnchors, next)) ?? { hash: '' };
  for (const number of [1, 2]) await here.store.delete(accessLog, idOf(1, number, next));
  await here.store.delete(accessAnchors, next);
  expect(await checkAccessLog(here.needs)).toMatchObject({ whole: true, entries: 6 });
  expect(await checkAccessLog(here.needs, mailedHead(`${next} ${hash}`))).toEqual(bad(next, 'anchor-missing'));
});

test('X-04 a log whose beginning was removed, to begin anew, is found', async () => {
  await twoDays();
  await here.store.delete(accessAnchors, beginningId);
  expect(await checkAccessLog(here.needs)).toEqual(bad(beginningId, 'anchor-missing'));
  here.clock.set(first + 2 * dayMs);
  await recordAccess(another(), access('x'));
  expect(await checkAccessLog(here.needs)).toMatchObject({ whole: false, why: 'anchor-changed' });
});

test('X-04 what is older than six months may be gone: the days that remain still prove', async () => {
  await twoDays();
  here.clock.set(first + 184 * dayMs);
  await anchorAccessLog(here.needs);
  for (const writer of [1, 2]) for (const number of [1, 2, 3]) await here.store.delete(accessLog, idOf(writer, number));
  expect(await checkAccessLog(here.needs)).toMatchObject({ whole: true, entries: 2, ended: 1 });
  await here.store.delete(accessLog, idOf(1, 2, next));
  expect(await checkAccessLog(here.needs)).toEqual(bad(idOf(1, 2, next), 'missing'));
});

describe('entries of an earlier release', () => {
  const earlier = async (count: number, from = 0, before = nothingBefore) => {
    let hash = before;
    for (let place = from + 1; place <= from + count; place += 1) {
      const link = { _id: earlierId(place), at: first - 1_000, access: access(`old ${place}`), before: hash };
      hash = earlierHash(link);
      await here.store.insert(accessLog, { ...link, hash });
    }
    return hash;
  };

  test('X-04 hold as before the chain, with and without newer ones', async () => {
    await earlier(3);
    expect(await checkAccessLog(here.needs)).toMatchObject({ whole: true, entries: 3 });
    await recordAccess(here.needs, access('new'));
    expect(await checkAccessLog(here.needs)).toMatchObject({ whole: true, entries: 4 });
  });

  test('X-04 can no longer be added, cut or written anew', async () => {
    const hash = await earlier(3);
    await recordAccess(here.needs, access('new'));
    await earlier(1, 3, hash);
    expect(await checkAccessLog(here.needs)).toEqual(bad(earlierId(4), 'added'));
    for (const place of [3, 4]) await here.store.delete(accessLog, earlierId(place));
    expect(await checkAccessLog(here.needs)).toEqual(bad(earlierId(3), 'missing'));
    await earlier(1, 2, 'f'.repeat(64));
    expect(await checkAccessLog(here.needs)).toEqual(bad(earlierId(3), 'changed'));
  });
});
