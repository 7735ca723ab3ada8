import { positionCalls } from '@tongcheng/cloudfunctions/adapters/gtfs/position-calls';
import { makeDoubtTwoCities } from '@tongcheng/cloudfunctions/app/tracing/reading/doubt-two-cities';
import { scannedRides } from '@tongcheng/cloudfunctions/app/tracing/reading/scanned-rides';
import { trace } from '@tongcheng/cloudfunctions/app/tracing/trace';
import { CapabilitySettings } from '@tongcheng/shared/venues/capabilities';
import { positionsMessage } from '../../city/feeds/positions-message';
import { vehicleFeeds } from '../stand-ins/vehicle-feeds';
import { type Installation, openInstallation, townSettings } from '../world/installation';
import { clock } from '../world/ride-settings';
import { questionAbout, ride, traceIn } from './traced-town';

const wuhan = { ...townSettings, place: { lat: 30.59, lng: 114.31, radiusKm: 60 } };
const shenyang = { ...townSettings, city: '210100', place: { lat: 41.8, lng: 123.43, radiusKm: 60 } };
const noon = clock('12:00:00');

let here: Installation;
beforeEach(async () => {
  here = await openInstallation([wuhan, shenyang]);
});
afterEach(() => here.close());

const onBus = (name: string, boards: string, leaves: string) =>
  ride(here, name, noon, [
    ['bus1', clock(boards)],
    ['bus1', clock(leaves)],
  ]);

test('X-16 a taxi that eight scan at once: the tracer sees each match with its doubt, and none is left out', async () => {
  for (const name of ['case', ...'abcdefg']) await ride(here, name, noon, [['taxi', clock('08:00:00')]]);
  const { exposures, rides } = await traceIn(here, questionAbout('case'));
  expect(exposures).toHaveLength(7);
  for (const each of [...exposures, ...rides]) expect(each.flags).toContain('crowded-code');
  await ride(here, 'later', noon, [['taxi', clock('11:00:00')]]);
  const later = await traceIn(here, questionAbout('later'));
  expect(later.rides).toMatchObject([{ flags: expect.not.arrayContaining(['crowded-code']) }]);
});

test('X-16 a scan while its vehicle was on no trip is doubted, where the city knows its trips', async () => {
  const feeds = await vehicleFeeds();
  const stops = [...'abc'].map((stopId, at) => ({
    stopId,
    arrivesAt: clock('10:00:00') + at * 600_000,
    departsAt: clock('10:00:30') + at * 600_000,
  }));
  feeds.answers.set(
    '/420100/vehicle-positions/2022-06-02/bus-1.pb',
    positionsMessage('bus-1', [{ tripId: 'out', lineId: 'L1', stops }], '2022-06-02'),
  );
  await onBus('case', '08:00:00', '08:20:00');
  await onBus('there', '08:05:00', '08:25:00');
  const settings = {
    ...wuhan,
    capabilities: CapabilitySettings.parse({ city: {}, tracing: { vehicleFeed: 'positions' } }),
  };
  const asked = questionAbout('case', { settings });
  const known = await trace([scannedRides(here.needs)], asked, positionCalls(feeds.url));
  expect(known.exposures).toMatchObject([{ flags: ['late', 'unsigned', 'off-trip'] }]);
  const unknown = await trace([scannedRides(here.needs)], asked);
  expect(unknown.exposures).toMatchObject([{ flags: ['late', 'unsigned'] }]);
  await feeds.close();
});

test('X-16 two cities in ten minutes are doubted when names are opened; an aeroplane later they are not', async () => {
  await onBus('case', '08:00:00', '08:20:00');
  await ride(here, 'case', noon, [['north', clock('08:30:00')]]);
  const doubt = await makeDoubtTwoCities(here.needs, '420100');
  const told = { day: '2022-06-02', flags: ['late'] } as const;
  const during = (from: string, to: string) => ({ from: clock(from), to: clock(to) });
  expect(await doubt(told, 'p_per-case', during('08:00:00', '08:20:00'))).toMatchObject({
    flags: ['late', 'impossible-travel'],
  });
  expect(await doubt(told, 'p_per-case', during('11:00:00', '11:30:00'))).toEqual(told);
  expect(await doubt(told, 'p_per-other', during('08:00:00', '08:20:00'))).toEqual(told);
});

test('a city that does not say where it is doubts nobody for being elsewhere', async () => {
  const bare = await openInstallation([townSettings, shenyang]);
  await ride(bare, 'case', noon, [['north', clock('08:30:00')]]);
  const doubt = await makeDoubtTwoCities(bare.needs, '420100');
  const told = { day: '2022-06-02', flags: [] } as const;
  expect(await doubt(told, 'p_per-case', { from: clock('08:20:00'), to: clock('08:20:00') })).toBe(told);
  await bare.close();
});
