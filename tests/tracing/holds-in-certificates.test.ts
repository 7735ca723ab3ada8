import { deletionCertificates } from '@tongcheng/cloudfunctions/app/publications/certificates/deletion-certificate-record';
import { countDay } from '@tongcheng/cloudfunctions/app/retention/certificates/count-ending-days';
import { issueCertificate } from '@tongcheng/cloudfunctions/app/retention/certificates/issue-certificate';
import { tryHolds } from '@tongcheng/cloudfunctions/app/retention/certificates/open-holds';
import { tracingMeasures } from '@tongcheng/cloudfunctions/app/tracing/measures/measure-record';
import { addDays, dayOf } from '@tongcheng/shared/time';
import type { Town } from '../world/town';
import { as, outcome, rideTogether, townAtTen } from './cases-town';
import { askedMeasure, caseSince, recordedReasons } from './measures-town';

jest.setTimeout(180_000);

let town: Town;
let rodeOn: string;
let caseId: string;
beforeEach(async () => {
  town = await townAtTen();
  rodeOn = dayOf(town.needs.clock.now());
  await rideTogether(town, [1, 2]);
  caseId = await caseSince(town, 1, rodeOn);
});
afterEach(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const asker = (name: string, body: unknown) => as(town, 'asker', ['health'])(name, body);
const other = (name: string, body: unknown) => as(town, 'other', ['health'])(name, body);
const supervisor = (name: string, body: unknown) => as(town, 'second', ['health-supervisor'])(name, body);
const decide = (asked: object) => outcome(supervisor('tracing.decide-measure', { ...asked, approve: true }));
const end = { kind: 'end-hold', reason: '结束' };

async function heldCopy(): Promise<string> {
  const until = addDays(rodeOn, 60);
  const measure = { kind: 'hold', until, legalBasis: 'infectious-disease-law', reason: '诉讼' };
  const asked = await askedMeasure(town, caseId, measure);
  expect(await decide(asked)).toBe('ok');
  return asked.measureId;
}

/** The end of a day, and what its certificate says. */
async function certified(day: string, city = '420100') {
  const scope = { keyClass: 'city', city, day } as const;
  await town.needs.vault.day(city, day);
  await countDay(town.needs, scope, 'retention');
  await issueCertificate(town.needs, scope, await town.needs.vault.destroyDay(city, day));
  const held = await town.needs.store.get(deletionCertificates, `${day}.city.${city}`);
  const payload = JSON.parse(Buffer.from(held?.issued?.signed.split('.')[1] ?? '', 'base64url').toString());
  return { held, payload };
}

test('X-03 the certificate of a day names the holds that kept a copy out of it, by their keys and by no case number; another day and another city name none', async () => {
  const measureId = await heldCopy();
  const { payload } = await certified(rodeOn);
  expect(payload.holds).toEqual([measureId]);
  expect(JSON.stringify(payload)).not.toMatch(/WH-2026/);
  expect((await certified(addDays(rodeOn, -1))).payload.holds).toEqual([]);
  expect((await certified(rodeOn, '420200')).payload.holds).toEqual([]);
  const told = await town.ask('publications.deletions', { city: '420100', limit: 5 });
  expect(told.value).toMatchObject({ rows: [{ day: rodeOn, holds: [measureId] }, { holds: [] }] });
});

test('X-03 a hold that was asked for and not approved, or that somebody wrote into the store, is in no certificate', async () => {
  const measureId = await heldCopy();
  const stored = await town.needs.store.get(tracingMeasures, measureId);
  if (!stored) throw new Error('no hold');
  const { _v, approval: _, ...forged } = stored;
  await town.needs.store.insert(tracingMeasures, { ...forged, _id: `${measureId}x`, approval: 'forged' });
  await town.needs.store.insert(tracingMeasures, { ...forged, _id: `${measureId}y`, state: 'open' as const });
  expect((await certified(rodeOn)).payload.holds).toEqual([measureId]);
});

test('X-03 a drill opens exactly the copies that certificates name: one more, or one that ended and opens, is told', async () => {
  const measureId = await heldCopy();
  const { held } = await certified(rodeOn);
  expect(await tryHolds(town.needs)).toEqual({ open: 1, ended: 0, wrong: [] });
  if (!held?.issued) throw new Error('no certificate');
  const { _v, issued, ...certificate } = held;
  await town.needs.store.update(deletionCertificates, { ...certificate, issued: { ...issued, holds: [] } }, _v);
  expect((await tryHolds(town.needs)).wrong).toEqual([`420100 ${rodeOn} ${measureId}`]);
  await town.needs.store.update(deletionCertificates, { ...certificate, issued }, _v + 1);
  const stored = await town.needs.store.get(tracingMeasures, measureId);
  if (!stored) throw new Error('no hold');
  const { _v: version, ...measure } = stored;
  await town.needs.store.update(tracingMeasures, { ...measure, state: 'ended' as const }, version);
  expect(await tryHolds(town.needs)).toEqual({ open: 0, ended: 0, wrong: [measureId] });
  await town.needs.store.update(tracingMeasures, measure, version + 1);
  expect(await decide(await askedMeasure(town, caseId, end))).toBe('ok');
  expect(await tryHolds(town.needs)).toEqual({ open: 0, ended: 1, wrong: [] });
});

test('X-03 X-05 the hold of a closed case is ended early by two persons, whoever held the case; nothing else is asked for in a closed case', async () => {
  const measureId = await heldCopy();
  expect(await outcome(asker('tracing.close-case', { caseId }))).toBe('ok');
  const asks = (measure: object) => outcome(other('tracing.ask-measure', { caseId, measure }));
  for (const kind of ['notify', 'take-over', 'second-step'])
    expect(await asks({ kind, downTo: 'likely' })).not.toBe('ok');
  const asked = await askedMeasure(town, caseId, end, 'other');
  expect(
    await outcome(
      as(town, 'other', ['health', 'health-supervisor'])('tracing.decide-measure', { ...asked, approve: true }),
    ),
  ).toBe('trace-second-person-needed');
  expect((await tryHolds(town.needs)).open).toBe(1);
  expect(await decide(asked)).toBe('ok');
  expect(await tryHolds(town.needs)).toMatchObject({ open: 0, ended: 1 });
  expect(await recordedReasons(town, asked.measureId)).toEqual(['other ask-end-hold', 'second approve-end-hold']);
  expect(await asks(end)).toBe('measure-period-refused');
  expect(measureId).not.toBe('');
});

test('a closed case without a hold has nothing to end', async () => {
  await asker('tracing.close-case', { caseId });
  expect(await outcome(asker('tracing.ask-measure', { caseId, measure: end }))).toBe('measure-period-refused');
});
