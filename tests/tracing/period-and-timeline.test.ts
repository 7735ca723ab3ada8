import { tracingCases } from '@tongcheng/cloudfunctions/app/tracing/cases/case-record';
import { dayOf, hourOf } from '@tongcheng/shared/time';
import * as z from 'zod';
import type { Town } from '../world/town';
import { as, askedFor, caseAbout, outcome, rideTogether, townAtTen } from './cases-town';

jest.setTimeout(120_000);

let town: Town;
/** Before the rides, and after them: they may go over the turn of an hour or of a day. */
let began: number;
let ended: number;
beforeAll(async () => {
  town = await townAtTen();
  began = town.needs.clock.now();
  await rideTogether(town, [1, 2, 3]);
  ended = town.needs.clock.now();
});
afterAll(() => town.close());

const asker = (name: string, body: unknown) => as(town, 'asker', ['health'])(name, body);
const supervisor = (name: string, body: unknown) => as(town, 'second', ['health-supervisor'])(name, body);
const Opened = z.object({ value: z.object({ caseId: z.string() }) });

/** A case about the first rider, of the days on which they rode, in some hours. */
const inHours = (hours: unknown, infectiousTo = dayOf(ended)) =>
  asker('tracing.open-case', {
    ...caseAbout(town, 1, { infectiousFrom: dayOf(began), infectiousTo }),
    ...(hours === undefined ? {} : { hours }),
  });
const openedIn = async (hours: unknown, to?: string) => Opened.parse(await inHours(hours, to)).value.caseId;
const count = async (hours: unknown, to?: string) =>
  asker('tracing.count-exposed', { caseId: await openedIn(hours, to) });

test('W-26 an infectious period in hours keeps rides that meet it and leaves out the others', async () => {
  const all = { rides: 1, exposed: [{ mode: 'bus', riders: 2 }] };
  expect((await count({ from: hourOf(began), to: hourOf(ended) + 1 })).value).toMatchObject(all);
  expect((await count({ from: 0, to: 24 })).value).toMatchObject(all);
  // A ride of this hour can meet the hour after it, never the hours before.
  const hour = hourOf(began);
  const before = hour === 0 ? undefined : await count({ from: 0, to: hour }, dayOf(began));
  expect(before?.value ?? { rides: 0, exposed: [] }).toMatchObject({ rides: 0, exposed: [] });
});

test('X-05 hours that end before they begin, or are none, are refused', async () => {
  expect(await outcome(inHours({ from: 5, to: 5 }, dayOf(began)))).toBe('trace-period-refused');
  expect(await outcome(inHours({ from: 24, to: 24 }))).toBe('invalid-input');
  expect(await outcome(inHours({ from: 0 }))).toBe('invalid-input');
});

test('X-05 other hours in a case that was approved open nothing', async () => {
  const caseId = await openedIn({ from: 0, to: 24 });
  const asked = await askedFor(town, caseId);
  expect(await outcome(supervisor('tracing.decide-request', { ...asked, approve: true }))).toBe('ok');
  const opens = () => outcome(asker('tracing.open-names', { requestId: asked.requestId, limit: 5 }));
  expect(await opens()).toBe('ok');
  const held = await town.needs.store.get(tracingCases, caseId);
  if (!held) throw new Error('no case');
  const { _v, ...record } = held;
  await town.needs.store.update(tracingCases, { ...record, hours: { from: 1, to: 24 } }, _v);
  expect(await opens()).toBe('trace-request-changed');
});

test('W-26 W-27 the timeline of the index rider opens with the names alone: vehicles by name, spans, inferred ends', async () => {
  const caseId = await openedIn(undefined);
  const asked = await askedFor(town, caseId);
  const names = { requestId: asked.requestId, limit: 5 };
  expect(JSON.stringify(await asker('tracing.open-names', names))).not.toContain('timeline');
  await supervisor('tracing.decide-request', { ...asked, approve: true });
  const told = await asker('tracing.open-names', names);
  expect(told.value).toMatchObject({
    timeline: [{ mode: 'bus', place: { zh: expect.any(String) }, inferred: [], proven: {} }],
  });
});
