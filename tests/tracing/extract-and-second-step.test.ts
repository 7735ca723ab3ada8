import { tracingCases } from '@tongcheng/cloudfunctions/app/tracing/cases/case-record';
import { tracingMeasures } from '@tongcheng/cloudfunctions/app/tracing/measures/measure-record';
import { addDays, dayOf, hourMs, minuteMs } from '@tongcheng/shared/time';
import { newScan } from '../edge/owned-town';
import { people } from '../world/people';
import type { Town } from '../world/town';
import { enrolled, signIn } from '../world/town-sessions';
import { as, outcome, townAtTen } from './cases-town';
import { askedMeasure, caseSince, recordedReasons } from './measures-town';

jest.setTimeout(180_000);

let town: Town;
let rodeOn: string;
let caseId: string;
beforeAll(async () => {
  town = await townAtTen();
  rodeOn = dayOf(town.needs.clock.now());
  for (const index of [1, 2, 3, 4]) await enrolled(town, index);
  // One bus, three rides one after another: the second rider was there before the first one came, and after.
  for (const pair of [
    [2, 3],
    [1, 2],
    [2, 4],
  ]) {
    const tokens = await Promise.all(pair.map(async (index) => (await signIn(town, index)).accessToken));
    for (const minutes of [3, 4]) {
      for (const token of tokens) {
        const scanned = await town.ask('rides.record-scan', newScan(town), token);
        expect(scanned.failure?.code ?? 'ok').toBe('ok');
      }
      town.pass(minutes * minuteMs);
    }
  }
});
beforeEach(async () => {
  caseId = await caseSince(town, 1, rodeOn);
});
afterEach(async () => {
  await asker('tracing.close-case', { caseId });
  expect(town.faults).toEqual([]);
});
afterAll(() => town.close());

const asker = (name: string, body: unknown) => as(town, 'asker', ['health'])(name, body);
const third = (name: string, body: unknown) => as(town, 'third', ['health', 'health-supervisor'])(name, body);
const supervisor = (name: string, body: unknown) => as(town, 'second', ['health-supervisor'])(name, body);
const named = (told: unknown) =>
  [1, 2, 3, 4].filter((index) => JSON.stringify(told).includes(people[index]?.name ?? '?'));
const extract = {
  ...{ kind: 'extract', recipient: 'disease-control', receiver: '演示区疾控中心' },
  ...{ purpose: 'contact-management', legalBasis: 'infectious-disease-law' },
};

test('W-28 X-05 an extract opens after an approval, to those two, for a day, marked by its receiver; each opening and file on record', async () => {
  const asked = await askedMeasure(town, caseId, extract);
  const open = { measureId: asked.measureId, limit: 50 };
  expect(await outcome(asker('tracing.open-measure', open))).toBe('measure-not-open');
  expect(await outcome(supervisor('tracing.decide-measure', { ...asked, approve: true }))).toBe('ok');
  const told = await asker('tracing.open-measure', open);
  expect(named(told)).toEqual([2]);
  expect(told.value).toMatchObject({ total: 1, watermark: { officialId: 'asker', receiver: '演示区疾控中心' } });
  expect(JSON.stringify(told)).not.toContain(people[2]?.documentNumber);
  expect(await outcome(supervisor('tracing.open-measure', { ...open, exported: true }))).toBe('ok');
  expect(await outcome(third('tracing.open-measure', open))).toBe('measure-not-open');
  expect(await recordedReasons(town, asked.measureId)).toEqual([
    ...['asker ask-extract', 'second approve-extract', 'asker open-extract', 'second export-extract'],
  ]);
  town.pass(25 * hourMs);
  expect(await outcome(asker('tracing.open-measure', open))).toBe('measure-not-open');
});

test.each([
  { recipient: 'police' },
  { purpose: 'curiosity' },
  { legalBasis: 'none' },
  { receiver: '' },
  { kind: 'export' },
])('W-28 an extract for anybody or anything else cannot be asked for: %j', async (changed) => {
  const measure = { ...extract, ...changed };
  expect(await outcome(asker('tracing.ask-measure', { caseId, measure }))).toBe('invalid-input');
});

test('X-05 another receiver, or a longer period of the case, after the approval opens nothing', async () => {
  const asked = await askedMeasure(town, caseId, extract);
  await supervisor('tracing.decide-measure', { ...asked, approve: true });
  const held = await town.needs.store.get(tracingMeasures, asked.measureId);
  if (held?.measure.kind !== 'extract') throw new Error('no extract');
  const { _v, ...record } = held;
  const measure = { ...held.measure, receiver: '别处' };
  await town.needs.store.update(tracingMeasures, { ...record, measure }, _v);
  const open = { measureId: asked.measureId, limit: 50 };
  expect(await outcome(asker('tracing.open-measure', open))).toBe('measure-not-open');
  await town.needs.store.update(tracingMeasures, record, _v + 1);
  expect(await outcome(asker('tracing.open-measure', open))).toBe('ok');
  await lengthen(town, caseId);
  expect(await outcome(asker('tracing.open-measure', open))).toBe('trace-request-changed');
});

test('X-05 two steps out open under an approval of their own alone: whom those exposed rode with afterwards, and nobody else', async () => {
  const names = await askedMeasure(town, caseId, extract);
  await supervisor('tracing.decide-measure', { ...names, approve: true });
  const asked = await askedMeasure(town, caseId, { kind: 'second-step', reason: '聚集' });
  const open = { measureId: asked.measureId, limit: 50 };
  expect(await outcome(asker('tracing.open-measure', open))).toBe('measure-not-open');
  await supervisor('tracing.decide-measure', { ...asked, approve: true });
  const told = await asker('tracing.open-measure', open);
  // The third rider rode with the second before the second was exposed.
  expect(named(told)).toEqual([4]);
  expect(told.value).toMatchObject({ total: 1, timeline: [] });
  expect(await outcome(asker('tracing.open-measure', { ...open, exported: true }))).toBe('measure-not-open');
  const own = (await town.ask('rights.own-accesses', {}, (await signIn(town, 4)).accessToken)).value;
  expect(JSON.stringify(own)).toContain('exposure-notice');
});

/** What somebody who writes to the store makes of a case. */
async function lengthen({ needs }: Town, id: string): Promise<void> {
  const held = await needs.store.get(tracingCases, id);
  if (!held) throw new Error('no case');
  const { _v, ...record } = held;
  await needs.store.update(tracingCases, { ...record, infectiousFrom: addDays(record.infectiousFrom, -3) }, _v);
}
