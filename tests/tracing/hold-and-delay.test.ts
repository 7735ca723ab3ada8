import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aboutPerson, accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { accessesOf } from '@tongcheng/cloudfunctions/app/rights/own-accesses';
import { heldPages } from '@tongcheng/cloudfunctions/app/tracing/cases/held-copy';
import { decideMeasure } from '@tongcheng/cloudfunctions/app/tracing/decide-measure';
import { caseKeys } from '@tongcheng/cloudfunctions/vault/records';
import { addDays, dayMs, dayOf } from '@tongcheng/shared/time';
import { anOfficial, aRider } from '../world/callers';
import { people } from '../world/people';
import type { Town } from '../world/town';
import { as, askedFor, outcome, rideTogether, townAtTen } from './cases-town';
import { askedMeasure, caseSince, dyingStore, listeningNotifier, recordedReasons, runNotices } from './measures-town';

jest.setTimeout(180_000);

let town: Town;
let rodeOn: string;
let caseId: string;
beforeEach(async () => {
  town = await townAtTen();
  rodeOn = dayOf(town.needs.clock.now());
  await rideTogether(town, [1, 2, 3]);
  caseId = await caseSince(town, 1, rodeOn);
});
afterEach(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const asker = (name: string, body: unknown) => as(town, 'asker', ['health'])(name, body);
const supervisor = (name: string, body: unknown) => as(town, 'second', ['health-supervisor'])(name, body);
const today = () => dayOf(town.needs.clock.now());
const held = (more: object = {}) => ({
  ...{ kind: 'hold', until: addDays(today(), 60), legalBasis: 'infectious-disease-law', reason: '诉讼' },
  ...more,
});
const approved = async (measure: object) => {
  const asked = await askedMeasure(town, caseId, measure);
  expect(await outcome(supervisor('tracing.decide-measure', { ...asked, approve: true }))).toBe('ok');
  return asked.measureId;
};
const opened = (measureId: string) => asker('tracing.open-measure', { measureId, limit: 50 });
const named = (told: unknown) => [1, 2, 3].filter((index) => JSON.stringify(told).includes(people[index]?.name ?? '?'));

/** All bytes of all files under a folder. */
const bytesIn = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );

test('X-03 a hold keeps the case’s own copy when the key of the day is gone and the case is closed, and nothing opens it once two persons ended it', async () => {
  const measureId = await approved(held());
  await town.needs.vault.destroyDay('420100', rodeOn);
  const asked = await askedFor(town, caseId);
  await supervisor('tracing.decide-request', { ...asked, approve: true });
  expect(named(await asker('tracing.open-names', { requestId: asked.requestId, limit: 5 }))).toEqual([]);
  const told = await opened(measureId);
  expect(named(told)).toEqual([2, 3]);
  expect(told.value).toMatchObject({ total: 2, timeline: [{ mode: 'bus' }] });
  expect(await outcome(supervisor('tracing.end-measure', { measureId, reason: 'x' }))).toBe('measure-needs-two');
  const wrapped = (await town.needs.store.get(caseKeys, measureId))?.wrapped ?? '';
  const [page] = (await town.needs.store.find(heldPages, { where: { measureId }, limit: 10 })).items;
  expect(wrapped.length).toBeGreaterThan(60);
  expect(bytesIn(town.folder).includes(wrapped)).toBe(true);
  await approved({ kind: 'end-hold', reason: '结束' });
  expect(bytesIn(town.folder).includes(wrapped)).toBe(false);
  expect(await outcome(opened(measureId))).toBe('measure-not-open');
  const opening = town.needs.vault.openForCase(measureId, page?._id ?? '', page?.sealed ?? '');
  await expect(opening).rejects.toThrow('destroyed');
  for (const index of [2, 3]) expect(bytesIn(town.folder).includes(people[index]?.name ?? '?')).toBe(false);
});

test('X-03 a hold goes on when the case is closed, and ends by its day: its key is destroyed', async () => {
  const measureId = await approved(held({ until: addDays(today(), 3) }));
  expect(await outcome(asker('tracing.close-case', { caseId }))).toBe('ok');
  expect(named(await opened(measureId))).toEqual([2, 3]);
  const third = as(town, 'third', ['health', 'health-supervisor']);
  expect(await outcome(third('tracing.open-measure', { measureId, limit: 5 }))).toBe('measure-not-open');
  town.pass(4 * dayMs);
  expect(await outcome(opened(measureId))).toBe('measure-not-open');
  await runNotices(town, listeningNotifier());
  expect(await town.needs.store.get(caseKeys, measureId)).toMatchObject({ wrapped: null });
  const listed = await asker('tracing.list-measures', { caseId });
  expect(listed.value).toMatchObject({ measures: [{ state: 'ended', endReason: 'over', measure: { kind: 'hold' } }] });
});

test('X-03 a process killed while a hold is copied leaves no half copy: the timer makes it whole', async () => {
  const second = anOfficial({ officialId: 'second', roles: ['health-supervisor'] });
  for (const writes of [2, 3, 4, 5, 6]) {
    const asked = await askedMeasure(town, caseId, held());
    const { store } = dyingStore(town.needs.store, writes);
    await decideMeasure({ ...town.needs, store }, second, { ...asked, approve: true }).catch(() => undefined);
    // Killed before the decision was written it is decided now; after that the timer goes on.
    await supervisor('tracing.decide-measure', { ...asked, approve: true });
    await runNotices(town, listeningNotifier());
    const told = await opened(asked.measureId);
    expect(told.value).toMatchObject({ total: 2, timeline: [{}] });
    await approved({ kind: 'end-hold', reason: '再试' });
  }
});

test.each([
  [{ kind: 'hold', until: -1 }, 'measure-period-refused'],
  [{ kind: 'hold', until: 367 }, 'measure-period-refused'],
  [{ kind: 'delay', until: -1 }, 'measure-period-refused'],
  [{ kind: 'delay', until: 31 }, 'measure-period-refused'],
  [{ kind: 'delay', until: 30 }, 'ok'],
] as const)('X-04 a hold or a delay ends within bounds: %j %s', async ({ kind, until }, code) => {
  const measure = held({ kind, until: addDays(today(), until) });
  expect(await outcome(asker('tracing.ask-measure', { caseId, measure }))).toBe(code);
  const none = { kind: 'end-hold', reason: 'x' };
  expect(await outcome(asker('tracing.ask-measure', { caseId, measure: none }))).toBe('measure-period-refused');
});

test('X-04 a rider sees an opening at once, or where a lawful delay was approved once it is over by itself; it is logged at once', async () => {
  const { documentKind, documentNumber } = people[2] ?? {};
  if (documentKind === undefined || documentNumber === undefined) throw new Error('nobody');
  const personId = (await town.needs.vault.findByDocument(documentKind, documentNumber)) ?? '';
  const seenIn = async (days: number) => {
    const clock = { now: () => town.needs.clock.now() + days * dayMs };
    const own = await accessesOf({ ...town.needs, clock }, { ...aRider('seen'), personId });
    return own.filter(({ reason }) => reason === 'exposure-notice').length;
  };
  const openNames = async () => {
    const asked = await askedFor(town, caseId);
    await supervisor('tracing.decide-request', { ...asked, approve: true });
    expect(await outcome(asker('tracing.open-names', { requestId: asked.requestId, limit: 5 }))).toBe('ok');
  };
  await openNames();
  expect(await seenIn(0)).toBe(1);
  const delay = await askedMeasure(town, caseId, held({ kind: 'delay', until: addDays(today(), 7) }));
  await openNames();
  // Asked for and not approved delays nothing.
  expect(await seenIn(0)).toBe(2);
  await supervisor('tracing.decide-measure', { ...delay, approve: true });
  await openNames();
  expect([await seenIn(0), await seenIn(6), await seenIn(8)]).toEqual([2, 2, 3]);
  const mark = await aboutPerson(town.needs.vault, personId);
  expect(await recordedReasons(town, mark)).toHaveLength(3);
  expect(await outcome(supervisor('tracing.end-measure', { measureId: delay.measureId, reason: 'x' }))).toBe(
    'measure-needs-two',
  );
  expect(await town.needs.store.count(accessLog, {})).toBeGreaterThan(3);
});
