import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { accessAnchors, beginningId } from '@tongcheng/cloudfunctions/app/audit/access-anchor';
import { accessArchives } from '@tongcheng/cloudfunctions/app/audit/access-archive';
import {
  type AccessEntry,
  accessAbout,
  accessLog,
  type RecordedAccess,
} from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { anchorAccessLog } from '@tongcheng/cloudfunctions/app/audit/anchor-access-log';
import { earlierHash, earlierId, nothingBefore } from '@tongcheng/cloudfunctions/app/audit/chain';
import { checkAccessLog } from '@tongcheng/cloudfunctions/app/audit/check-access-log';
import { endAccessLog } from '@tongcheng/cloudfunctions/app/audit/end-access-log';
import { recordAccess } from '@tongcheng/cloudfunctions/app/audit/record-access';
import { dayMs } from '@tongcheng/shared/time';
import { auditQuery, listAudit, mailedHead, verifyAudit } from '../../host/verify-audit';
import { type Installation, openInstallation } from '../world/installation';
import { memoryObjects } from '../world/memory-objects';
import { clock } from '../world/ride-settings';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
  here.clock.set(first);
});
afterEach(() => here.close());

const files = memoryObjects();
/** What reading the log takes: the store, and files of past days. */
const log = () => ({ ...here.needs, objects: files });

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
  expect(await checkAccessLog(log())).toMatchObject({ whole: true, entries: 20 });
  expect(await here.store.count(accessLog, {})).toBe(4);
  expect(await here.store.count(accessAbout, {})).toBe(20);
  expect(await here.store.count(accessAbout, { about: 'r19' })).toBe(1);
});

test('X-04 two days of two processes are whole, and so is what the mail told of them', async () => {
  const { hash } = await twoDays();
  expect(await checkAccessLog(log(), { mailed: { day, hash } })).toMatchObject({ whole: true, entries: 8, ended: 0 });
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
  expect(await checkAccessLog(log())).toEqual(bad(id, why));
  const lines: string[] = [];
  expect(await verifyAudit(log(), undefined, (line) => lines.push(line))).toBe(false);
  expect(lines.join('')).toContain(id);
});

test('X-04 a whole chain that is deleted and a day that is emptied are found', async () => {
  await twoDays();
  for (const number of [1, 2, 3]) await here.store.delete(accessLog, idOf(2, number));
  expect(await checkAccessLog(log())).toEqual(bad(idOf(2, 1), 'missing'));
  for (const number of [1, 2, 3]) await here.store.delete(accessLog, idOf(1, number));
  expect(await checkAccessLog(log())).toEqual(bad(idOf(1, 1), 'missing'));
});

test('X-04 today’s newest entries that are cut after the last head are found, and no head is made over the cut', async () => {
  await twoDays();
  await here.store.delete(accessLog, idOf(1, 2, next));
  expect(await checkAccessLog(log())).toEqual(bad(idOf(1, 2, next), 'missing'));
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
  expect(await checkAccessLog(log())).toEqual(bad(idOf(2, 4), 'changed'));
  await here.store.delete(accessLog, idOf(2, 4));
  here.clock.set(first);
  await recordAccess(another(), access('late'));
  expect(await checkAccessLog(log())).toEqual(bad(`${day} 3`, 'added'));
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
  expect(await checkAccessLog(log())).toEqual(bad(next, why));
});

test('X-04 the newest days that are removed with their heads show against the head that a mail holds', async () => {
  await twoDays();
  const { hash } = (await here.store.get(accessAnchors, next)) ?? { hash: '' };
  for (const number of [1, 2]) await here.store.delete(accessLog, idOf(1, number, next));
  await here.store.delete(accessAnchors, next);
  expect(await checkAccessLog(log())).toMatchObject({ whole: true, entries: 6 });
  expect(await checkAccessLog(log(), { mailed: mailedHead(`${next} ${hash}`) })).toEqual(bad(next, 'anchor-missing'));
});

test('X-04 a log whose beginning was removed, to begin anew, is found', async () => {
  await twoDays();
  await here.store.delete(accessAnchors, beginningId);
  expect(await checkAccessLog(log())).toEqual(bad(beginningId, 'anchor-missing'));
  here.clock.set(first + 2 * dayMs);
  await recordAccess(another(), access('x'));
  expect(await checkAccessLog(log())).toMatchObject({ whole: false, why: 'anchor-changed' });
});

describe('days that are past (clock 3: six months at hand, three years in a file)', () => {
  const ending = () => endAccessLog({ ...log(), log: { event: () => undefined } });
  const file = `access-log/${day}.jsonl.gz`;

  /** The days are half a year old: the first leaves the store, the second stays. */
  async function halfAYear() {
    files.files.clear();
    await twoDays();
    here.clock.set(first + 184 * dayMs);
    await anchorAccessLog(here.needs);
    await ending();
  }

  test('X-04 a past day is in its file, is followed there and searched there, and no entry of it is at hand', async () => {
    await halfAYear();
    expect(await here.store.count(accessLog, { _id: { gte: `${day}.`, lt: `${day}/` } })).toBe(0);
    expect(await here.store.count(accessAbout, { about: 'a' })).toBe(0);
    expect(await here.store.count(accessAbout, { about: 'd' })).toBe(1);
    expect(await checkAccessLog(log())).toMatchObject({ whole: true, entries: 8, ended: 0 });
    const lines: string[] = [];
    const query = auditQuery({ from: day, to: next, purpose: 'daily-report' }, here.clock.now());
    expect(await listAudit(log(), query, (line) => lines.push(line))).toBe(8);
    expect(lines[0]).toMatch(/^2022-06-02 12:00:00\tdaily-report\ttimer\t420100\t/);
    await ending();
    expect(await checkAccessLog(log())).toMatchObject({ whole: true, entries: 8 });
  });

  test.each([
    ['is gone', () => files.files.delete(file), 'missing'],
    ['was damaged', () => files.files.get(file)?.fill(0, 30, 40), 'changed'],
  ] as const)('X-04 a file that %s is named by its day', async (_, harm, why) => {
    await halfAYear();
    harm();
    expect(await checkAccessLog(log())).toEqual(bad(day, why));
  });

  test('X-04 a file that was written anew with a fitting sum, without the key, is found', async () => {
    await halfAYear();
    const lines = gunzipSync(files.files.get(file) ?? '')
      .toString()
      .split('\n');
    const forged = gzipSync(lines.map((line) => line.replace('"who":"timer"', '"who":"other"')).join('\n'));
    files.files.set(file, forged);
    const kept = await here.store.get(accessArchives, day);
    if (!kept) throw new Error('no archive');
    const { _v, ...archive } = kept;
    const sha256 = createHash('sha256').update(forged).digest('hex');
    await here.store.update(accessArchives, { ...archive, sha256 }, _v);
    expect(await checkAccessLog(log())).toEqual(bad(idOf(1, 1), 'changed'));
  });

  test('X-04 a past day that is removed together with the record of its file is found', async () => {
    await halfAYear();
    await here.store.delete(accessArchives, day);
    expect(await checkAccessLog(log())).toEqual(bad(idOf(1, 1), 'missing'));
  });

  test('X-04 a day that does not fit its head stays at hand, and the run says so', async () => {
    files.files.clear();
    await twoDays();
    await here.store.delete(accessLog, idOf(2, 2));
    here.clock.set(first + 184 * dayMs);
    await expect(ending()).rejects.toThrow(idOf(2, 2));
    expect(files.files.size).toBe(0);
    expect(await here.store.count(accessLog, { _id: { gte: `${day}.`, lt: `${day}/` } })).toBe(5);
  });

  test('X-04 a run that is cut between file and removal is done again, with the same file', async () => {
    await halfAYear();
    const written = files.files.get(file);
    const [link] = await linksIn(file);
    if (!link) throw new Error('no link');
    await here.store.insert(accessLog, link);
    expect(await checkAccessLog(log())).toMatchObject({ whole: true, entries: 8 });
    await ending();
    expect(await here.store.get(accessLog, link._id)).toBeUndefined();
    expect(files.files.get(file)).toEqual(written);
  });

  test('X-04 after three years the file goes; the head stays and the days that remain still prove', async () => {
    await halfAYear();
    here.clock.set(first + 1_097 * dayMs);
    await anchorAccessLog(here.needs);
    await ending();
    expect([...files.files.keys()]).toEqual([`access-log/${next}.jsonl.gz`]);
    expect(await checkAccessLog(log())).toMatchObject({ whole: true, entries: 2, ended: 1 });
    files.files.clear();
    expect(await checkAccessLog(log())).toEqual(bad(next, 'missing'));
  });

  /** The links in a file, as they were in the store. */
  async function linksIn(key: string): Promise<AccessEntry[]> {
    return gunzipSync(files.files.get(key) ?? '')
      .toString()
      .split('\n')
      .map((line) => JSON.parse(line));
  }
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
    expect(await checkAccessLog(log())).toMatchObject({ whole: true, entries: 3 });
    await recordAccess(here.needs, access('new'));
    expect(await checkAccessLog(log())).toMatchObject({ whole: true, entries: 4 });
  });

  test('X-04 can no longer be added, cut or written anew', async () => {
    const hash = await earlier(3);
    await recordAccess(here.needs, access('new'));
    await earlier(1, 3, hash);
    expect(await checkAccessLog(log())).toEqual(bad(earlierId(4), 'added'));
    for (const place of [3, 4]) await here.store.delete(accessLog, earlierId(place));
    expect(await checkAccessLog(log())).toEqual(bad(earlierId(3), 'missing'));
    await earlier(1, 2, 'f'.repeat(64));
    expect(await checkAccessLog(log())).toEqual(bad(earlierId(3), 'changed'));
  });

  test('X-04 leave the store for a file half a year after the keyed chains began', async () => {
    files.files.clear();
    await earlier(3);
    await recordAccess(here.needs, access('new'));
    here.clock.set(first + 185 * dayMs);
    await anchorAccessLog(here.needs);
    await endAccessLog({ ...log(), log: { event: () => undefined } });
    expect(await here.store.count(accessLog, {})).toBe(0);
    expect(await checkAccessLog(log())).toMatchObject({ whole: true, entries: 4 });
  });
});
