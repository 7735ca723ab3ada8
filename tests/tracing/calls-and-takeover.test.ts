import { type MeasureRecord, tracingMeasures } from '@tongcheng/cloudfunctions/app/tracing/measures/measure-record';
import { dayOf, hourMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import { people } from '../world/people';
import type { Town } from '../world/town';
import { as, outcome, rideTogether, townAtTen } from './cases-town';
import { type AskedMeasure, askedMeasure, caseSince, listeningNotifier, runNotices } from './measures-town';

jest.setTimeout(180_000);

let town: Town;
let rodeOn: string;
let caseId: string;
let notice: AskedMeasure;
beforeAll(async () => {
  town = await townAtTen();
  rodeOn = dayOf(town.needs.clock.now());
  await rideTogether(town, [1, 2, 3]);
});
afterAll(() => town.close());
beforeEach(async () => {
  caseId = await caseSince(town, 1, rodeOn);
  notice = await askedMeasure(town, caseId, { kind: 'notify', atLeast: 'likely' });
  await supervisor('tracing.decide-measure', { ...notice, approve: true });
  const service = listeningNotifier();
  service.answers.next = () => ({ is: 'nowhere' });
  await runNotices(town, service);
});
afterEach(async () => {
  await asker('tracing.close-case', { caseId });
  expect(town.faults).toEqual([]);
});

const asker = (name: string, body: unknown) => as(town, 'asker', ['health'])(name, body);
const third = (name: string, body: unknown) => as(town, 'third', ['health'])(name, body);
const supervisor = (name: string, body: unknown) => as(town, 'second', ['health-supervisor'])(name, body);
const list = () => ({ measureId: notice.measureId, limit: 10 });
const Calls = z.object({
  value: z.object({ total: z.number(), calls: z.array(z.object({ noticeId: z.string(), nextAt: z.number() })) }),
});
const callsNow = async () => Calls.parse(await asker('tracing.list-calls', list())).value;
const called = (noticeId: string, more: object) =>
  asker('tracing.record-call', { measureId: notice.measureId, noticeId, ...more });

test('W-26 the call list says whom no message reached; outcomes, remarks and the next try stand there, until nobody is left', async () => {
  const told = JSON.stringify(await asker('tracing.list-calls', list()));
  for (const index of [2, 3])
    expect([told.includes(people[index]?.name ?? '?'), told.includes(people[index]?.phone ?? '?')]).toEqual([
      true,
      true,
    ]);
  expect(told).not.toContain(people[2]?.documentNumber);
  const [one, other] = (await callsNow()).calls;
  if (!one || !other) throw new Error('nobody to call');
  const nextAt = town.needs.clock.now() + 4 * hourMs;
  expect((await called(one.noticeId, { outcome: 'no-answer', reason: '关机', nextAt })).value).toMatchObject({
    toCall: 2,
  });
  const again = await asker('tracing.list-calls', list());
  expect(again.value).toMatchObject({
    calls: [
      { noticeId: other.noticeId },
      { noticeId: one.noticeId, nextAt, calls: [{ by: 'asker', outcome: 'no-answer', reason: '关机' }] },
    ],
  });
  expect((await called(one.noticeId, { outcome: 'reached' })).value).toMatchObject({ toCall: 1, reached: 1 });
  expect(await outcome(called(one.noticeId, { outcome: 'reached' }))).toBe('call-unknown');
  expect((await called(other.noticeId, { outcome: 'wrong-number' })).value).toMatchObject({ toCall: 0, givenUp: 1 });
  expect(await callsNow()).toEqual({ total: 0, calls: [] });
  await asker('tracing.close-case', { caseId });
  const closed = await asker('tracing.list-measures', { caseId });
  expect(closed.value).toMatchObject({
    measures: [{ state: 'ended', endReason: 'close-case', progress: { total: 2, reached: 1, givenUp: 1 } }],
  });
});

test('W-26 X-05 a case is handed over under approval: its list opens to who took it over, and closes to who held it', async () => {
  expect(await outcome(third('tracing.list-calls', list()))).toBe('measure-not-open');
  expect(await outcome(third('tracing.ask-measure', { caseId, measure: { kind: 'notify', atLeast: 'proven' } }))).toBe(
    'case-not-held',
  );
  const over = await askedMeasure(town, caseId, { kind: 'take-over', reason: '换班' }, 'third');
  expect(await outcome(third('tracing.list-calls', list()))).toBe('measure-not-open');
  expect(await outcome(supervisor('tracing.decide-measure', { ...over, approve: true }))).toBe('ok');
  expect((await third('tracing.list-measures', { caseId })).value).toMatchObject({ heldBy: 'third' });
  expect(await outcome(third('tracing.list-calls', list()))).toBe('ok');
  expect(await outcome(supervisor('tracing.list-calls', list()))).toBe('ok');
  expect(await outcome(asker('tracing.list-calls', list()))).toBe('measure-not-open');
  const [call] = Calls.parse(await third('tracing.list-calls', list())).value.calls;
  expect(await outcome(called(call?.noticeId ?? '', { outcome: 'reached' }))).toBe('measure-not-open');
  const back = await askedMeasure(town, caseId, { kind: 'take-over', reason: '换班' });
  expect(await outcome(supervisor('tracing.decide-measure', { ...back, approve: true }))).toBe('ok');
  expect(await outcome(asker('tracing.list-calls', list()))).toBe('ok');
});

describe('X-05 whoever can write to the store gets nobody told and nothing opened by it', () => {
  const forge = async (measureId: string, change: Partial<MeasureRecord>) => {
    const held = await town.needs.store.get(tracingMeasures, measureId);
    if (!held) throw new Error('no measure');
    const { _v, ...record } = held;
    await town.needs.store.update(tracingMeasures, { ...record, ...change }, _v);
    return held;
  };

  test('by an approval of their own making', async () => {
    const over = await askedMeasure(town, caseId, { kind: 'take-over', reason: '换班' }, 'third');
    const now = town.needs.clock.now();
    const made = { state: 'approved', decidedBy: 'second', decidedAt: now, holdsUntil: now + hourMs } as const;
    await forge(over.measureId, made);
    expect(await outcome(third('tracing.list-calls', list()))).toBe('measure-not-open');
    const right = await town.needs.store.get(tracingMeasures, notice.measureId);
    const { approval = '', digest = '' } = right ?? {};
    await forge(over.measureId, { ...made, approval, digest });
    expect(await outcome(third('tracing.list-calls', list()))).toBe('measure-not-open');
  });

  test('by changing who asked, whom it tells, of which case, or until when it holds', async () => {
    expect(await outcome(asker('tracing.list-calls', list()))).toBe('ok');
    const right = await town.needs.store.get(tracingMeasures, notice.measureId);
    if (!right) throw new Error('no measure');
    for (const change of [
      { askedBy: 'third' },
      { decidedBy: 'third' },
      { measure: { kind: 'notify', atLeast: 'possible' } },
      { caseId: await caseSince(town, 2, rodeOn) },
      { holdsUntil: (right.holdsUntil ?? 0) + hourMs },
    ] as const) {
      await forge(notice.measureId, change);
      for (const ask of [asker, third, supervisor])
        expect(await outcome(ask('tracing.list-calls', list()))).toBe('measure-not-open');
      const service = listeningNotifier();
      await runNotices(town, service);
      expect(service.told).toEqual([]);
      const { askedBy, measure, caseId: own } = right;
      await forge(notice.measureId, {
        askedBy,
        measure,
        caseId: own,
        decidedBy: 'second',
        holdsUntil: right.holdsUntil ?? 0,
      });
    }
    expect(await outcome(asker('tracing.list-calls', list()))).toBe('ok');
  });
});

test('X-05 nobody approves their own measure, nor in a role that the city did not name, nor another than they looked at', async () => {
  const over = await askedMeasure(town, caseId, { kind: 'take-over', reason: '换班' }, 'third');
  const own = as(town, 'third', ['health', 'health-supervisor']);
  const decide = { ...over, approve: true };
  expect(await outcome(own('tracing.decide-measure', decide))).toBe('trace-second-person-needed');
  const bureau = as(town, 'other', ['bureau', 'health']);
  expect(await outcome(bureau('tracing.decide-measure', decide))).toBe('trace-second-role-needed');
  expect(await outcome(supervisor('tracing.decide-measure', { ...decide, digest: 'A'.repeat(43) }))).toBe(
    'trace-request-changed',
  );
  const listed = () => supervisor('tracing.list-cases', { city: '420100', state: 'open', limit: 5 });
  expect(JSON.stringify((await listed()).value)).toContain('"measuresWaiting":[{"askedBy":"third"');
  const both = await Promise.all([1, 2].map(() => outcome(supervisor('tracing.decide-measure', decide))));
  expect(both.sort()).toEqual(['measure-decided', 'ok']);
  expect(JSON.stringify(await listed())).not.toContain('measuresWaiting');
  const late = await askedMeasure(town, caseId, { kind: 'take-over', reason: '换班' });
  town.pass(25 * hourMs);
  expect(await outcome(supervisor('tracing.decide-measure', { ...late, approve: true }))).toBe('trace-request-expired');
  expect(await outcome(asker('tracing.ask-measure', { caseId, measure: { kind: 'rename', reason: 'x' } }))).toBe(
    'invalid-input',
  );
});
