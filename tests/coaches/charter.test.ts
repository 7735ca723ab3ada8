import type { Town } from '../world/town';
import { enrolled, signIn } from '../world/town-sessions';
import { codeOf, newDeparture, openCoachTown, outcomeOf, planted, type Staff, staffOf, typed } from './coach-town';
import { soldTicket, ticketSeller } from './ticket-seller';

jest.setTimeout(60_000);
let town: Town;
let crew: Staff;
beforeAll(async () => {
  town = await openCoachTown();
  crew = await staffOf(town, 'driver');
});
afterEach(() => expect(town.faults).toEqual([]));
afterAll(() => town.close());

const party = 30;
const charter = (more: Readonly<Record<string, unknown>> = {}) =>
  newDeparture(town, crew, { service: 'charter', serviceNumber: '演示团一', aboard: party, ...more });

test('L-05 on a charter coach people scan, complete what is asked, confirm, and are bound to that coach', async () => {
  const departure = charter({ aboard: 2 });
  expect(outcomeOf(await departure.open())).toBe('ok');
  const tourist = (await signIn(town, 1)).accessToken;
  const seen = await departure.look(tourist);
  expect(seen.value).toMatchObject({ service: 'charter', plate: planted.plate, ticketed: false, tickets: [], own: [] });
  const { phone: _phone, ...lacking } = typed(1);
  expect(codeOf(await departure.register(tourist, lacking))).toBe('invalid-input');
  expect((await departure.register(tourist, typed(1))).value).toMatchObject({
    own: [{ source: 'typed' }],
    plate: planted.plate,
  });
  const known = (await enrolled(town, 3)).accessToken;
  expect((await departure.register(known, { by: 'self' })).value).toMatchObject({ own: [{ source: 'rider' }] });
  const complete = { complete: true, service: 'charter', figures: { aboard: 2, registered: 2, missing: 0 } };
  expect((await departure.manifest()).value).toMatchObject({ departure: complete });
  // Bound to this coach: its code on another plate opens nothing, and who is on its list is on no other charter's.
  const other = charter();
  await other.open();
  expect((await other.look(tourist)).value).toMatchObject({
    own: [],
    elsewhere: [{ departureId: departure.departureId }],
  });
  expect((await other.manifest()).value).toMatchObject({ departure: { figures: { registered: 0 } } });
});

test('L-05 a guide registers a whole party from one phone; another coach takes them over, and the former code is dead', async () => {
  const departure = charter();
  await departure.open();
  const guide = (await signIn(town, 2)).accessToken;
  for (let order = 0; order < party; order += 1)
    expect(codeOf(await departure.register(guide, typed(100 + order)))).toBe('ok');
  expect((await departure.manifest()).value).toMatchObject({ departure: { complete: true } });
  const moved = { plate: '鄂A46179', driver: planted.driver };
  town.pass(1_000);
  expect(outcomeOf(await departure.tell({ kind: 'coach-replaced', crew: moved }))).toBe('ok');
  expect((await departure.look(guide)).value).toMatchObject({ ended: { code: 'departure-code-replaced' } });
  const stranger = (await signIn(town, 3)).accessToken;
  expect(codeOf(await departure.look(stranger))).toBe('departure-code-replaced');
  expect((await departure.manifest()).value).toMatchObject({
    departure: { plate: '鄂A46179', coaches: 2, complete: true, figures: { registered: party } },
  });
});

test('L-04 L-05 tickets are no part of a charter: one of the same number and hour is neither counted nor confirmed there', async () => {
  const departure = charter();
  await departure.open();
  const seller = await ticketSeller(town);
  await seller.handIn([soldTicket(departure.departsAt, 'TK-C', { serviceNumber: '演示团一' })]);
  const tourist = (await signIn(town, 4)).accessToken;
  expect((await departure.look(tourist)).value).toMatchObject({ ticketed: false });
  const named = {
    by: 'ticket-number',
    ticketNumber: 'TK-C',
    documentEnding: planted.passenger.documentNumber.slice(-4),
  };
  expect(codeOf(await departure.register(tourist, named))).toBe('ticket-unknown');
  expect(JSON.stringify((await departure.manifest()).value)).not.toContain('"tickets"');
});
