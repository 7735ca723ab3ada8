import type { Town } from '../world/town';
import { signIn } from '../world/town-sessions';
import {
  codeOf,
  newDeparture,
  openCoachTown,
  origin,
  outcomeOf,
  planted,
  reached,
  type Staff,
  staffOf,
  typed,
} from './coach-town';

jest.setTimeout(60_000);
let town: Town;
let crew: Staff;
let officer: Staff;
beforeAll(async () => {
  town = await openCoachTown();
  crew = await staffOf(town, 'driver');
  officer = await staffOf(town, 'arrival-officer', reached, null);
});
afterAll(() => town.close());

const open = (sought: unknown, by = officer) => town.ask('coaches.open-arrival', { sought }, by.token);

/** A departure with two passengers on its way, and how an officer tells of it. */
async function onItsWay() {
  const departure = newDeparture(town, crew);
  const { departureId } = departure;
  await departure.open();
  const rider = (await signIn(town, 1)).accessToken;
  for (const order of [1, 2]) await departure.register(rider, typed(order));
  await departure.tell({ kind: 'departed', reason: 'other' });
  const tell = (told: Readonly<Record<string, unknown>>, by = officer) => {
    // Nobody touches twice within a millisecond, by whose order events of one person are told apart.
    town.pass(1);
    const event = { eventId: departure.id(), at: town.needs.clock.now(), ...told };
    return town.ask('coaches.deliver-arrival', { deliveries: [{ city: origin, departureId, event }] }, by.token);
  };
  const named = { by: 'departure', city: origin, departureId };
  const passengers = async () =>
    [...JSON.stringify((await open(named)).value).matchAll(/"passenger":"([^"]+)"/g)].flatMap(([, each]) => each ?? []);
  return { ...departure, rider, verify: tell, named, passengers };
}

test('L-08 an officer opens a trip by code, plate or name, and sees its manifest masked', async () => {
  const trip = await onItsWay();
  for (const sought of [trip.named, { by: 'code', code: trip.code }, { by: 'plate', plate: planted.plate }]) {
    const seen = await open(sought);
    expect(seen.value).toMatchObject({
      departure: { departureId: trip.departureId, phase: 'departed', figures: { registered: 2, unseen: 2 } },
      rows: [
        { maskedName: '演**', maskedDocument: expect.stringMatching(/^E\*+0[12]$/), source: 'typed', onArrival: false },
        { maskedName: '演**' },
      ],
    });
    expect(JSON.stringify(seen)).not.toMatch(/演示旅客|E4617|演示驾驶员/);
  }
  expect(codeOf(await open({ by: 'plate', plate: '鄂A00001' }))).toBe('departure-unknown');
  expect(
    codeOf(await open({ by: 'code', code: `${trip.code.slice(0, -1)}${trip.code.endsWith('0') ? '1' : '0'}` })),
  ).toBe('departure-code-forged');
});

test('an officer of another city neither opens nor verifies it', async () => {
  const trip = await onItsWay();
  const other = await staffOf(town, 'arrival-officer', origin, null);
  expect(codeOf(await open(trip.named, other))).toBe('departure-not-yours');
  expect(outcomeOf(await trip.verify({ kind: 'arrived' }, other))).toBe('departure-not-yours');
  expect(codeOf(await town.ask('coaches.open-arrival', { sought: trip.named }, crew.token))).not.toBe('ok');
});

test('L-08 present, absent, added, closed; the difference stays; a reopening leaves a trace; codes are dead', async () => {
  const trip = await onItsWay();
  const [one, other] = await trip.passengers();
  await trip.verify({ kind: 'arrived' });
  await trip.verify({ kind: 'present', passenger: one });
  await trip.verify({ kind: 'absent', passenger: other });
  const { by: _typed, phone: _phone, ...whom } = typed(30);
  expect(outcomeOf(await trip.verify({ kind: 'added', whom }))).toBe('ok');
  expect(outcomeOf(await trip.verify({ kind: 'added', whom: { ...whom, documentNumber: '1' } }))).toBe(
    'document-refused',
  );
  await trip.verify({ kind: 'closed' });
  expect((await open(trip.named)).value).toMatchObject({
    departure: {
      phase: 'closed',
      figures: { registered: 2, onLeaving: 2, present: 1, absent: 1, added: 1, unseen: 0 },
    },
    rows: [{ presence: 'present' }, { presence: 'absent' }, { presence: 'present', onArrival: true }],
  });
  const stranger = (await signIn(town, 9)).accessToken;
  expect(codeOf(await trip.look(stranger))).toBe('departure-arrived');
  expect((await trip.look(trip.rider)).value).toMatchObject({ ended: { code: 'departure-arrived' } });
  await trip.verify({ kind: 'reopened' });
  await trip.verify({ kind: 'present', passenger: other });
  await trip.verify({ kind: 'closed' });
  expect((await open(trip.named)).value).toMatchObject({
    departure: { phase: 'closed', reopenings: 1, figures: { present: 2, absent: 0, added: 1 } },
  });
});

test('X-01 what an officer ticked without a network arrives in any order with one effect', async () => {
  const trip = await onItsWay();
  const [one] = await trip.passengers();
  const at = town.needs.clock.now();
  const told = [
    { kind: 'closed', eventId: trip.id(), at: at + 3 },
    { kind: 'present', eventId: trip.id(), at: at + 2, passenger: one },
    { kind: 'arrived', eventId: trip.id(), at: at + 1 },
  ].map((event) => ({ city: origin, departureId: trip.departureId, event }));
  for (const deliveries of [told, [...told].reverse()]) {
    const answer = await town.ask('coaches.deliver-arrival', { deliveries }, officer.token);
    expect(outcomeOf(answer)).toBe('ok');
  }
  expect((await open(trip.named)).value).toMatchObject({
    departure: { phase: 'closed', arrivedAt: at + 1, figures: { present: 1, unseen: 1 }, unfitting: 0 },
  });
});

test('expected arrivals are listed for the city that they reach', async () => {
  const trip = await onItsWay();
  const listed = async (by: Staff) =>
    JSON.stringify((await town.ask('coaches.list-departures', { limit: 50 }, by.token)).value);
  expect(await listed(officer)).toContain(trip.departureId);
  expect(await listed(await staffOf(town, 'arrival-officer', origin, null))).not.toContain(trip.departureId);
});
