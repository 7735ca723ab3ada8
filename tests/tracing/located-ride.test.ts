import { exposuresOf } from '@tongcheng/shared/tracing/exposures-of';
import { locatedRide } from '@tongcheng/shared/tracing/located-ride';
import { parametersOn } from '@tongcheng/shared/tracing/parameters';
import type { TracedRide } from '@tongcheng/shared/tracing/traced-ride';
import { consistentCalls, type VehicleCall } from '@tongcheng/shared/tracing/vehicle-call';
import { CapabilitySettings } from '@tongcheng/shared/venues/capabilities';
import { clock, rideSettings } from '../world/ride-settings';

const parameters = () =>
  parametersOn({ rides: rideSettings, capabilities: CapabilitySettings.parse({ city: {} }) }, '2022-06-02');

/** A trip whose stops `names` are ten minutes apart, from `time`; half a minute at each. */
const trip = (tripId: string, names: string, time: string): readonly VehicleCall[] =>
  [...names].map((stopId, at) => {
    const arrivesAt = clock(time) + at * 600_000;
    return { tripId, stopId, arrivesAt, departsAt: arrivesAt + 30_000 };
  });
/** There and back: A 8:00, B 8:10, C 8:20, D 8:30; D 8:40, C 8:50, B 9:00, A 9:10. */
const calls = [...trip('there', 'ABCD', '08:00:00'), ...trip('back', 'DCBA', '08:40:00')];
const callsOf = () => calls;

const ride = (rider: string, from: string, to: string, more: Partial<TracedRide> = {}): TracedRide => {
  const span = { from: clock(from), to: clock(to) };
  return {
    ...{ rider, mode: 'bus', placeId: 'bus-1', vehicleId: 'bus-1', inferred: [], party: 1, flags: [] },
    aboard: { proven: span, likely: span, possible: span },
    ...more,
  };
};
const stopsOf = (located: TracedRide) =>
  located.calls && `${calls[located.calls.boarding]?.stopId}${calls[located.calls.alighting]?.stopId}`;
const located = (...given: Parameters<typeof ride>) => locatedRide(ride(...given), callsOf);

test.each([
  ['at the doors', '08:10:10', '08:20:10', 'BC'],
  ['while the bus draws up, and long before the next stop', '08:09:45', '08:12:00', 'BC'],
  ['when it has left, and just after it stopped', '08:13:00', '08:30:35', 'BD'],
  ['at the end of the line, where the next trip begins', '08:35:00', '08:50:00', 'DC'],
  ['until the end of the line, scanned when the bus waited there', '08:20:10', '08:36:00', 'CD'],
])('W-22 stops of a bus by scans: %s', (_, from, to, stops) => {
  expect(stopsOf(located('a', from, to))).toBe(stops);
});

test('W-22 who alights where the other boards shared nothing, whatever the clocks say; the next stretch they share', () => {
  const index = located('a', '08:00:10', '08:20:20');
  const boardsThere = located('b', '08:20:05', '08:30:00');
  const boardsBefore = located('c', '08:10:10', '08:30:00');
  expect(exposuresOf([index], [boardsThere, boardsBefore], parameters)).toMatchObject([
    { rider: 'c', restsOn: 'stops', certainty: 'proven', stretches: 1 },
  ]);
});

test.each(['08:55:00', '10:10:10'])(
  'W-27 an end that no scan proves, at %s at the latest, is the end of the line by then, and says so',
  (latest) => {
    const span = { from: clock('08:10:10'), to: clock(latest) };
    const unseen = located('a', '08:10:10', '08:10:10', {
      inferred: [{ end: 'to', by: 'longest-ride' }],
      aboard: { likely: span, possible: span },
    });
    expect(stopsOf(unseen)).toBe('BD');
    expect(unseen.inferred).toEqual([{ end: 'to', by: 'end-of-line' }]);
    expect(unseen.aboard.possible.to).toBe(clock('08:30:00'));
    expect(exposuresOf([unseen], [located('b', '08:45:00', '09:00:00')], parameters)).toEqual([]);
  },
);

test('W-22 a trip of which not all is known yet ends nobody’s ride: who is still aboard meets whoever boards after its last known stop', () => {
  const soFar = calls.slice(0, 2);
  const span = { from: clock('08:00:10'), to: clock('08:14:00') };
  const open = { inferred: [{ end: 'to', by: 'still-open' }], aboard: { likely: span, possible: span } } as const;
  const [index, other] = [ride('a', '08:00:10', '08:14:00', open), ride('b', '08:10:20', '08:14:00')];
  const found = [index, other].map((each) => locatedRide(each, () => soFar));
  expect(found).toEqual([index, other]);
  expect(exposuresOf(found.slice(0, 1), found, parameters)).toMatchObject([{ rider: 'b', restsOn: 'time' }]);
});

const train = (rider: string, from: string, to: string, more: Partial<TracedRide>) =>
  ride(rider, from, to, {
    ...{ mode: 'metro', placeId: 't-c1', vehicleId: 't', inferred: [{ end: 'from', by: 'entry' }] },
    aboard: {
      likely: { from: clock(from), to: clock(to) },
      possible: { from: clock(from), to: clock(to) },
    },
    ...more,
  });

test('W-23 in the metro from the station entered, on the trip that ends at the scan; from the first stop since then where it is unknown', () => {
  const from = (more: Partial<TracedRide>) => stopsOf(locatedRide(train('a', '08:02:00', '08:28:00', more), callsOf));
  expect(from({ entryId: 'C' })).toBe('CD');
  expect(from({ entryId: 'elsewhere' })).toBe('BD');
  expect(from({})).toBe('BD');
});

test('W-23 who changed trains boarded where the train before had brought them', () => {
  const before = trip('other', 'XYC', '07:55:00');
  const changed = train('a', '08:12:00', '08:28:00', { changedFrom: { vehicleId: 'u', at: clock('08:12:00') } });
  const found = locatedRide(changed, (vehicleId) => (vehicleId === 'u' ? before : calls));
  expect(stopsOf(found)).toBe('CD');
});

test('W-24 a sailing is the trip that the ship began after the boarding; who scanned when it was under way is on that one', () => {
  const sailing = (time: string) => located('a', time, time, { mode: 'ferry' }).sailingId;
  expect([sailing('08:00:10'), sailing('08:00:50'), sailing('08:29:00')]).toEqual(['there', 'there', 'there']);
  expect(sailing('08:29:50')).toBeUndefined();
  expect([sailing('08:35:00'), sailing('08:39:00')]).toEqual(['back', 'back']);
});

test('stops of vehicles that nobody knows, or that contradict themselves, leave a ride as it was', () => {
  const plain = ride('a', '08:10:10', '08:20:10');
  expect(locatedRide(plain, () => [])).toEqual(plain);
  expect(located('a', '06:00:00', '06:10:00').calls).toBeUndefined();
  expect(consistentCalls(calls.toReversed())).toEqual(calls);
  const alsoElsewhere = trip('elsewhere', 'PQR', '08:05:00');
  expect(consistentCalls([...calls, ...alsoElsewhere])).toEqual([]);
  const [first] = calls;
  expect(first && consistentCalls([{ ...first, departsAt: first.arrivesAt - 1 }])).toEqual([]);
});
