import { positionCalls } from '@tongcheng/cloudfunctions/adapters/gtfs/position-calls';
import { scannedRides } from '@tongcheng/cloudfunctions/app/tracing/reading/scanned-rides';
import { trace } from '@tongcheng/cloudfunctions/app/tracing/trace';
import { CapabilitySettings } from '@tongcheng/shared/venues/capabilities';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { positionsMessage } from '../../city/feeds/positions-message';
import { vehicleFeeds } from '../stand-ins/vehicle-feeds';
import { type Installation, openInstallation, townSettings } from '../world/installation';
import { clock } from '../world/ride-settings';
import { questionAbout, ride } from './traced-town';

let here: Installation;
let feeds: Awaited<ReturnType<typeof vehicleFeeds>>;
beforeEach(async () => {
  here = await openInstallation([townSettings]);
  feeds = await vehicleFeeds();
});
afterEach(async () => {
  await feeds.close();
  await here.close();
});

const settings = {
  ...townSettings,
  capabilities: CapabilitySettings.parse({ city: {}, tracing: { vehicleFeed: 'positions' } }),
};
const noon = clock('12:00:00');
const path = '/420100/vehicle-positions/2022-06-02/bus-1.pb';

/** A trip of the bus: a at 8:00, b at 8:10 and so on, half a minute at each. */
const aTrip = (tripId: string, names: string, from: string) => ({
  ...{ tripId, lineId: 'bus' },
  stops: [...names].map((stopId, at) => {
    const arrivesAt = clock(from) + at * 600_000;
    return { stopId, arrivesAt, departsAt: arrivesAt + 30_000 };
  }),
});
const driven = positionsMessage('bus-1', [aTrip('out', 'abcd', '08:00:00')], '2022-06-02');

/** The index rider from a to c; one gets on where they get off, a moment before they scanned; one a stop earlier. */
async function threeRiders(): Promise<void> {
  const steps = { case: ['08:00:10', '08:20:25'], there: ['08:20:05', '08:29:40'], before: ['08:10:10', '08:29:50'] };
  for (const [name, [boards = '', leaves = '']] of Object.entries(steps))
    await ride(here, name, noon, [
      ['bus1', clock(boards)],
      ['bus1', clock(leaves)],
    ]);
}

const traced = (asked: CitySettings = settings) =>
  trace([scannedRides(here.needs)], questionAbout('case', { settings: asked }), positionCalls(feeds.url));

test('W-22 where the city knows where its vehicles were, a match rests on a stretch that both rode', async () => {
  await threeRiders();
  feeds.answers.set(path, driven);
  expect((await traced()).exposures).toMatchObject([{ restsOn: 'stops', certainty: 'proven', stretches: 1 }]);
  expect(feeds.asked.filter((each) => each === path)).toHaveLength(1);
});

test.each([
  ['that are away', 'unavailable' as const],
  ['of which there are none', undefined],
  ['that are no message', Buffer.from('<html>')],
  [
    'that have the bus on two lines at once',
    positionsMessage('bus-1', [aTrip('out', 'abcd', '08:00:00'), aTrip('elsewhere', 'xyz', '08:04:00')], '2022-06-02'),
  ],
])('W-22 with positions %s matches rest on time, and nobody is lost', async (_, answer) => {
  await threeRiders();
  if (answer) feeds.answers.set(path, answer);
  expect((await traced()).exposures).toMatchObject([{ restsOn: 'time' }, { restsOn: 'time' }]);
});

test('a city that names no feed asks nobody where its vehicles were', async () => {
  await threeRiders();
  expect((await traced(townSettings)).exposures).toHaveLength(2);
  expect(feeds.asked).toEqual([]);
});
