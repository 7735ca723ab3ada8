import { dayOf, hourMs } from '@tongcheng/shared/time';
import {
  newDeparture,
  openCoachTown,
  origin,
  planted,
  reached,
  type Staff,
  staffOf,
  typed,
} from '../coaches/coach-town';
import { people } from '../world/people';
import type { Town } from '../world/town';
import { enrolled, signIn } from '../world/town-sessions';
import { as, askedFor, outcome } from './cases-town';

jest.setTimeout(120_000);

let town: Town;
let crew: Staff;
let departed: ReturnType<typeof newDeparture>;
let planned: ReturnType<typeof newDeparture>;
beforeAll(async () => {
  town = await openCoachTown();
  crew = await staffOf(town, 'driver');
  const officer = await staffOf(town, 'arrival-officer', reached, null);
  const tokens = [(await enrolled(town, 3)).accessToken, (await enrolled(town, 4)).accessToken];
  const stranger = (await signIn(town, 5)).accessToken;
  departed = newDeparture(town, crew);
  await departed.open();
  for (const token of tokens) await departed.register(token, { by: 'self' });
  for (const order of [1, 2]) await departed.register(stranger, typed(order));
  await departed.tell({ kind: 'departed', reason: 'other' });
  planned = newDeparture(town, crew);
  await planned.open();
  await planned.register(tokens[0] ?? '', { by: 'self' });
  await planned.register(stranger, typed(3));
  const { departureId } = departed;
  const verify = (told: Readonly<Record<string, unknown>>) => {
    const event = { eventId: departed.id(), at: town.needs.clock.now(), ...told };
    return town.ask('coaches.deliver-arrival', { deliveries: [{ city: origin, departureId, event }] }, officer.token);
  };
  await verify({ kind: 'arrived' });
  const sought = { by: 'departure', city: origin, departureId };
  const seen = await town.ask('coaches.open-arrival', { sought }, officer.token);
  const last = [...JSON.stringify(seen.value).matchAll(/"passenger":"([^"]+)"/g)].at(-1)?.[1];
  await verify({ kind: 'absent', passenger: last });
  town.pass(26 * hourMs);
});
afterAll(() => town.close());

const asker = (name: string, body: unknown) => as(town, 'asker', ['health'])(name, body);

/** A case about the holder of a document, of the day on which the coach left. */
async function caseAbout(documentKind: string, documentNumber: string) {
  const day = dayOf(departed.departsAt);
  return asker('tracing.open-case', {
    ...{ city: origin, number: 'WH-2026-002', legalBasis: 'infectious-disease-law', purpose: 'confirmed-case' },
    ...{ infectiousFrom: day, infectiousTo: day, documentKind, documentNumber },
  });
}

const caseIdIn = (told: { readonly value?: unknown }) =>
  /"caseId":"([^"]+)"/.exec(JSON.stringify(told.value))?.[1] ?? '';

test('W-26 a coach exposes whoever is on the manifest of the same departure, but not those seen to be absent, nor of one that never left', async () => {
  const { documentKind = '', documentNumber = '' } = people[3] ?? {};
  const caseId = caseIdIn(await caseAbout(documentKind, documentNumber));
  const counts = await asker('tracing.count-exposed', { caseId });
  const day = dayOf(departed.departsAt);
  expect(counts.value).toMatchObject({ exposed: [{ day, mode: 'coach', riders: 2, proven: 2 }] });
  const asked = await askedFor(town, caseId);
  const second = as(town, 'second', ['health-supervisor']);
  expect(await outcome(second('tracing.decide-request', { ...asked, approve: true }))).toBe('ok');
  const names = await asker('tracing.open-names', { requestId: asked.requestId, limit: 10 });
  expect(names.value).toMatchObject({ total: 2 });
  const told = JSON.stringify(names.value);
  // One is known to the vault, the other stands on the manifest alone.
  for (const each of [people[4]?.name, people[4]?.phone, planted.passenger.name, planted.passenger.phone, 'manifest'])
    expect(told).toContain(each);
  expect(told).not.toContain(planted.passenger.documentNumber);
  // A departure is called by its plate, its service and its time, never by its id.
  const place = { zh: expect.stringMatching(/^.*\d\d-\d\d \d\d:\d\d 发车$/), en: expect.stringContaining('left ') };
  expect(names.value).toMatchObject({ riders: [{ matches: [{ place }] }, {}], timeline: [{ mode: 'coach', place }] });
  expect(told).toContain(planted.plate);
});

test('W-26 somebody who rode a coach alone and was never enrolled is traced by their document', async () => {
  const caseId = caseIdIn(await caseAbout('passport', typed(1).documentNumber));
  const counts = await asker('tracing.count-exposed', { caseId });
  expect(counts.value).toMatchObject({ rides: 1, exposed: [{ mode: 'coach', riders: 2 }] });
  expect(await outcome(caseAbout('passport', typed(3).documentNumber))).toBe('index-rider-unknown');
  expect(await outcome(caseAbout('passport', typed(99).documentNumber))).toBe('index-rider-unknown');
});
