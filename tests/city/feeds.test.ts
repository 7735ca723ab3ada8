import { join } from 'node:path';
import { makePeople, readNetwork } from '@tongcheng/city';
import { tripsOn, vehicleNamed, vehicleNames } from '@tongcheng/city/feeds/vehicle-trips';
import { planDay } from '@tongcheng/city/journeys/plan-day';
import { positionCalls } from '@tongcheng/cloudfunctions/adapters/gtfs/position-calls';
import { timetableCalls } from '@tongcheng/cloudfunctions/adapters/gtfs/timetable-calls';
import { addDays, dayMs, dayStart } from '@tongcheng/shared/time';
import { consistentCalls } from '@tongcheng/shared/tracing/vehicle-call';
import { type LocalFeeds, startFeeds } from '../../host/city/feeds';

jest.setTimeout(120_000);

const network = readNetwork(join(__dirname, '../../cities/420100'));
const day = '2026-11-20';
const later = dayStart(addDays(day, 2));
let feeds: LocalFeeds;
beforeAll(async () => {
  feeds = await startFeeds(network, () => later);
});
afterAll(() => feeds.close());

const vehicleOf = (venueId: string) => venueId.slice(7).replace(venueId.includes('metro') ? /-[^-]+$/ : /$/, '');

test('vehicles stand where the city’s riders board them: nearly every boarding is at a stop', () => {
  const people = makePeople('feeds', 2_000);
  const { journeys } = planDay({ seed: 'feeds', day, people, network, journeys: 3_000 });
  const boardings = journeys
    .flatMap(({ scans }) => scans)
    .filter(({ step, code, venueId }) => step === 'board' && code === 'posted' && !venueId.includes('taxi'));
  const known = new Map<string, readonly number[]>();
  const stopsOf = (vehicle: string) => {
    const found = known.get(vehicle) ?? arrivals(vehicle);
    known.set(vehicle, found);
    return found;
  };
  const placed = boardings.filter(({ venueId }) => stopsOf(vehicleOf(venueId)).length > 0);
  const met = placed.filter(({ venueId, at }) =>
    stopsOf(vehicleOf(venueId)).some((arrives) => Math.abs(arrives - at) < 10_000),
  );
  expect(placed.length / boardings.length).toBeGreaterThan(0.9);
  expect(met.length / placed.length).toBeGreaterThan(0.99);
});

function arrivals(vehicle: string): readonly number[] {
  const found = vehicleNamed(network, vehicle);
  if (!found) return [];
  return [addDays(day, -1), day].flatMap((each) =>
    tripsOn(found.line, found.index, each).flatMap(({ stops }) => stops.map(({ arrivesAt }) => arrivesAt)),
  );
}

const asked = (vehicle: string) => ({
  ...{ city: '420100', vehicleId: `420100-${vehicle}` },
  ...{ from: dayStart(day), to: dayStart(day) + dayMs },
});

test('the product reads from both feeds what was driven, over midnight too', async () => {
  const ferry = network.lines.find((line) => line.mode === 'ferry' && tripsOn(line, 0, day).length > 0);
  const [vehicle = ''] = ferry ? vehicleNames(network, ferry) : [];
  const positions = await positionCalls(feeds.url).callsOf({ ...asked(vehicle), by: 'positions' });
  const timetable = await timetableCalls(feeds.url).callsOf({ ...asked(vehicle), by: 'timetable' });
  const brief = (calls: typeof positions) =>
    calls.map(
      ({ stopId, arrivesAt, departsAt }) =>
        `${stopId} ${Math.round(arrivesAt / 1_000)} ${Math.round(departsAt / 1_000)}`,
    );
  const inside = brief(positions.filter(({ arrivesAt }) => arrivesAt >= dayStart(day)));
  expect(inside.length).toBeGreaterThan(40);
  expect(brief(timetable)).toEqual(expect.arrayContaining(inside));
  expect(consistentCalls(positions)).toHaveLength(positions.length);
});

test('a train is one vehicle, whatever carriage was scanned; what nobody drives has no feed', async () => {
  const metro = network.lines.find(({ mode }) => mode === 'metro');
  const [train = ''] = metro ? vehicleNames(network, metro) : [];
  expect(train).toBe('metro-1-01');
  const found = await positionCalls(feeds.url).callsOf({ ...asked(train), by: 'positions' });
  expect(found.length).toBeGreaterThan(100);
  expect(found[0]?.stopId).toMatch(/^420100-metro-/);
  for (const path of ['/420100/vehicle-positions/2026-11-20/nobody.pb', '/210100/timetable.zip', '/..%2f', '/'])
    expect((await fetch(`${feeds.url}${path}`)).status).toBe(404);
});
