import { ridesOf } from '@tongcheng/shared/rides/rides-of';
import { exposuresOf } from '@tongcheng/shared/tracing/exposures-of';
import { parametersOn } from '@tongcheng/shared/tracing/parameters';
import type { TracedRide } from '@tongcheng/shared/tracing/traced-ride';
import { type TracedScan, tracedRideOf } from '@tongcheng/shared/tracing/traced-ride-of';
import { CapabilitySettings } from '@tongcheng/shared/venues/capabilities';
import { scanFacts } from '../world/records';
import { clock, rideSettings } from '../world/ride-settings';

const settings = { rides: rideSettings, capabilities: CapabilitySettings.parse({ city: {}, tracing: {} }) };
const parameters = () => parametersOn(settings, '2022-06-02');
const evening = clock('22:00:00');

const scan = (time: string, more: Partial<TracedScan> = {}): TracedScan => ({
  ...scanFacts(clock(time), more),
  ...{ party: 1, flags: [], ...more },
});
const taxi = { mode: 'taxi', venueId: 'taxi-9' } as const;
const carriage = { mode: 'metro', venueKind: 'carriage', venueId: 'l2-c3' } as const;
const station = { mode: 'metro', venueKind: 'station', venueId: 'hankou' } as const;

const traced = (rider: string, scans: readonly TracedScan[], asOf = evening): readonly TracedRide[] =>
  ridesOf(scans, rideSettings, asOf).flatMap((ride) => tracedRideOf(ride, rider, asOf) ?? []);

test('W-27 an end that no scan proves is told with its rule, and only the time between scans is proven', () => {
  const [open] = traced('a', [scan('08:00:00'), scan('08:01:00'), scan('09:00:00', { venueId: 'bus-2' })]);
  expect(open).toMatchObject({
    placeId: 'bus-1',
    aboard: {
      proven: { from: clock('08:00:00'), to: clock('08:01:00') },
      likely: { from: clock('08:00:00'), to: clock('09:00:00') },
    },
    inferred: [{ end: 'to', by: 'next-scan' }],
  });
  const [now] = traced('a', [scan('08:00:00')], clock('08:30:00'));
  expect(now?.inferred).toEqual([{ end: 'to', by: 'still-open' }]);
  expect(now?.aboard.possible).toEqual({ from: clock('08:00:00'), to: clock('08:30:00') });
});

test('W-23 a station proves no carriage; a carriage without its station is likely at its own scan only', () => {
  expect(traced('a', [scan('08:00:00', station)])).toEqual([]);
  const [entered] = traced('a', [scan('08:00:00', station), scan('08:20:00', carriage)]);
  expect(entered?.aboard).toEqual({
    likely: { from: clock('08:00:00'), to: clock('08:20:00') },
    possible: { from: clock('08:00:00'), to: clock('08:20:00') },
  });
  const [unentered] = traced('a', [scan('08:20:00', { ...carriage, flags: ['no-entry'] })]);
  expect(unentered?.aboard.likely).toEqual({ from: clock('08:20:00'), to: clock('08:20:00') });
  expect(unentered?.inferred).toEqual([{ end: 'from', by: 'longest-ride' }]);
});

test('W-32 whoever was refused rode nothing: they are exposed to nobody and expose nobody', () => {
  const aboard = [scan('08:00:00'), scan('08:30:00')];
  expect(traced('b', [scan('08:10:00', { refused: true })])).toEqual([]);
  const letOn = scan('08:10:00', { staffDecision: { outcome: 'let-on' } });
  const found = exposuresOf(traced('a', aboard), traced('b', [letOn]), parameters);
  expect(found).toMatchObject([{ rider: 'b', restsOn: 'time', certainty: 'likely' }]);
});

test('W-25 the next rides in the car within the interval, those before never, and companions of a party', () => {
  const index = traced('a', [scan('08:00:00', taxi), scan('08:20:00', taxi)]);
  const next = traced('b', [scan('08:49:00', { ...taxi, party: 3 }), scan('09:05:00', { ...taxi, party: 3 })]);
  // People scan up to forty seconds before they get out.
  const inDoubt = traced('e', [scan('08:50:39', taxi), scan('09:05:00', taxi)]);
  const late = traced('c', [scan('08:50:40', taxi), scan('09:05:00', taxi)]);
  const before = traced('d', [scan('07:30:00', taxi), scan('07:59:00', taxi)]);
  expect(exposuresOf(index, [...next, ...inDoubt, ...late, ...before, ...index], parameters)).toMatchObject([
    { rider: 'b', restsOn: 'interval', certainty: 'proven', companions: 2 },
    { rider: 'e', restsOn: 'interval', certainty: 'proven' },
  ]);
});

test.each([
  ['dock-1-window', 'dock-1-gate', 1],
  ['420100-ferry-a-window', '420100-ferry-a-window', 1],
  ['dock-1-window', 'dock-2-window', 0],
])(
  'W-24 without a timetable, window %s and gate %s: those of one dock sailed together, those of two did not',
  (one, other, exposed) => {
    const aboard = (rider: string, venueId: string, time: string) =>
      traced(rider, [
        scan(`${time}:00`, {
          mode: 'ferry',
          venueKind: venueId.endsWith('gate') ? 'dock-gate' : 'dock-window',
          venueId,
        }),
        scan(`${time}:40`, { mode: 'ferry', venueKind: 'ship', venueId: 'ship-4' }),
      ]);
    expect(exposuresOf(aboard('a', one, '08:00'), aboard('b', other, '08:05'), parameters)).toHaveLength(exposed);
  },
);

test('X-16 doubts about a scan of either ride are shown with the match', () => {
  const index = traced('a', [scan('08:00:00', { flags: ['far-from-venue'] }), scan('08:30:00')]);
  const other = traced('b', [scan('08:10:00'), scan('08:40:00', { flags: ['late'] })]);
  expect(exposuresOf(index, other, parameters)[0]?.flags).toEqual(['late', 'far-from-venue']);
});

test('the parameters of a city hold from their day on; before the first row the defaults do', () => {
  const capabilities = CapabilitySettings.parse({
    tracing: {
      parameters: [
        { from: '2022-06-03', taxiIntervalMinutes: 60, inferredEnds: 'proven' },
        { from: '2022-06-01', leastOverlapSeconds: 90 },
      ],
    },
  });
  const on = (day: string) => parametersOn({ rides: rideSettings, capabilities }, day);
  expect(on('2022-05-31')).toEqual({
    ...{ leastOverlapMs: 0, taxiIntervalMs: 1_800_000, boardingMs: 1_200_000 },
    ...{ counted: ['proven', 'likely', 'possible'], lookBackDays: 14 },
  });
  expect(on('2022-06-02').leastOverlapMs).toBe(90_000);
  expect(on('2022-06-03')).toMatchObject({ leastOverlapMs: 0, taxiIntervalMs: 3_600_000, counted: ['proven'] });
  const twice = { tracing: { parameters: [{ from: '2022-06-01' }, { from: '2022-06-01' }] } };
  expect(() => CapabilitySettings.parse(twice)).toThrow('the same day');
});
