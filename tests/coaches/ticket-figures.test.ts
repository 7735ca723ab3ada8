import { departureDay } from '@tongcheng/cloudfunctions/app/coaches/departure-event-record';
import { listDayDepartures } from '@tongcheng/cloudfunctions/app/coaches/list-day-departures';
import { listDepartures } from '@tongcheng/cloudfunctions/app/coaches/list-departures';
import { anOfficial, staffAt } from '../world/callers';
import { countingStore } from '../world/counting-store';
import type { Town } from '../world/town';
import { enrolled } from '../world/town-sessions';
import { newDeparture, openCoachTown, origin, planted, type Staff, staffOf, typed } from './coach-town';
import { soldTicket, ticketSeller } from './ticket-seller';

jest.setTimeout(60_000);
let town: Town;
let crew: Staff;
const departures: ReturnType<typeof newDeparture>[] = [];
beforeAll(async () => {
  town = await openCoachTown();
  crew = await staffOf(town, 'driver');
  const seller = await ticketSeller(town);
  for (const order of [0, 1, 2, 3]) {
    const serviceNumber = `C${order % 2}`;
    const departure = newDeparture(town, crew, { serviceNumber, service: order === 3 ? 'charter' : 'line' });
    await departure.open();
    departures.push(departure);
    const passenger = { ...planted.passenger, documentNumber: `E5000000${order}` };
    await seller.handIn([soldTicket(departure.departsAt, `T${order}`, { serviceNumber, passenger })]);
  }
  const rider = (await enrolled(town, 3)).accessToken;
  await departures[1]?.register(rider, typed(0, { documentNumber: 'E50000001' }));
});
afterAll(() => town.close());

const day = () => departureDay(departures[0]?.departureId ?? '');
const asked = (calls: readonly string[]) => calls.filter((each) => each.endsWith(' coachTickets'));

test('L-04 the bureau’s day asks for the tickets of all its departures once, and counts those of each', async () => {
  const counted = countingStore(town.needs.store);
  const needs = { ...town.needs, store: counted.store };
  const told = await listDayDepartures(needs, anOfficial({ roles: ['bureau'] }), {
    city: origin,
    day: day(),
    limit: 50,
  });
  expect(asked(counted.calls)).toEqual(['stream coachTickets']);
  expect(told.ok && told.value.departures.map(({ tickets }) => tickets)).toEqual(
    expect.arrayContaining([{ sold: 2, registered: 0 }, { sold: 2, registered: 1 }, undefined]),
  );
});

test('L-04 a station’s list asks once too, and says the same as each departure by itself', async () => {
  const counted = countingStore(town.needs.store);
  const desk = { ...staffAt(), role: 'desk', scope: { kind: 'operator' } } as const;
  const told = await listDepartures({ ...town.needs, store: counted.store }, desk, { day: day(), limit: 50 });
  expect(asked(counted.calls)).toEqual(['stream coachTickets']);
  if (!told.ok) throw new Error(told.failure.code);
  for (const departure of departures) {
    const listed = told.value.departures.find(({ departureId }) => departureId === departure.departureId);
    expect((await departure.manifest()).value).toEqual({ departure: listed });
  }
});
