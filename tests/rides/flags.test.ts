import { type FlagFacts, flagsOfScan, type LocatedScan } from '@tongcheng/shared/rides/flags';
import { scanFacts } from '../world/records';
import { clock, rideSettings } from '../world/ride-settings';

const station = (time: string, venueId: string, lat: number, lng: number): LocatedScan => ({
  ...scanFacts(clock(time), { venueId, mode: 'metro', venueKind: 'station' }),
  lat,
  lng,
});
const hankou = station('08:00:00', 'hankou', 30.6, 114.25);
const flags = (scan: LocatedScan, more: Partial<FlagFacts> = {}, settings = rideSettings) =>
  flagsOfScan({ scan, receivedAt: scan.scannedAt, others: [], entryMissing: false, ...more }, settings);

test('an ordinary scan has no flags', () => {
  expect(flags(hankou)).toEqual([]);
});

test('X-01 late begins after the city’s limit', () => {
  expect(flags(hankou, { receivedAt: hankou.scannedAt + 120_000 })).toEqual([]);
  expect(flags(hankou, { receivedAt: hankou.scannedAt + 120_001 })).toEqual(['late']);
});

test('X-16 impossible travel is found whichever of the two arrives first', () => {
  const far = station('08:04:00', 'far', 30.6, 114.56);
  expect(flags(far, { others: [hankou] })).toEqual(['impossible-travel']);
  expect(flags(hankou, { others: [far] })).toEqual(['impossible-travel']);
});

test('X-16 half an hour for thirty kilometres is travel; the same instant at two ends of a town is not', () => {
  expect(flags(station('08:30:00', 'far', 30.6, 114.56), { others: [hankou] })).toEqual([]);
  expect(flags(station('08:00:00', 'far', 30.6, 114.56), { others: [hankou] })).toEqual(['impossible-travel']);
  expect(flags(station('08:00:00', 'next-door', 30.601, 114.251), { others: [hankou] })).toEqual([]);
});

test('X-16 a venue whose place was corrected between two scans is no travel; another venue there is', () => {
  const moved = station('08:01:00', 'hankou', 30.6, 114.56);
  expect(flags(moved, { others: [hankou] })).toEqual([]);
  expect(flags({ ...moved, venueId: 'far' }, { others: [hankou] })).toEqual(['impossible-travel']);
});

test('X-16 a vehicle has no place, and travel is measured from the last place known', () => {
  const bus = scanFacts(clock('08:02:00'));
  expect(flags(bus, { others: [hankou] })).toEqual([]);
  expect(flags(station('08:04:00', 'far', 30.6, 114.56), { others: [hankou, bus] })).toEqual(['impossible-travel']);
});

test('X-16 far from the venue, by more than the phone’s accuracy and the shift between coordinates', () => {
  const at = (lat: number, accuracyMetres = 30) => flags(hankou, { position: { lat, lng: 114.25, accuracyMetres } });
  expect(at(30.61)).toEqual([]);
  expect(at(30.64)).toEqual(['far-from-venue']);
  expect(at(30.64, 5_000)).toEqual([]);
});

test('X-16 far from the line along which a bus goes, however far from its stops between two of them', () => {
  const bus = scanFacts(clock('08:02:00'));
  const way = [
    { lat: 30.5, lng: 114.3 },
    { lat: 30.6, lng: 114.3 },
    { lat: 30.6, lng: 114.5 },
  ];
  const at = (lat: number, lng: number, of = way) =>
    flags(bus, { position: { lat, lng, accuracyMetres: 30 }, way: of });
  expect([at(30.55, 114.31), at(30.605, 114.4), at(30.61, 114.505)]).toEqual([[], [], []]);
  expect([at(30.55, 114.33), at(30.48, 114.3), at(30.6, 114.53)]).toEqual(Array(3).fill(['far-from-venue']));
  expect([at(10, 10, []), at(30.5, 114.3, way.slice(0, 1)), at(30.6, 114.3, way.slice(0, 1))]).toEqual([
    [],
    [],
    ['far-from-venue'],
  ]);
});

test('X-16 outside service hours, also over midnight', () => {
  const settings = { ...rideSettings, closedHours: [{ mode: 'metro', from: 23, to: 5 } as const] };
  const at = (time: string) => flags(station(time, 'hankou', 30.6, 114.25), {}, settings);
  expect([at('22:59:59'), at('23:00:00'), at('04:59:59'), at('05:00:00')]).toEqual([
    [],
    ['outside-service-hours'],
    ['outside-service-hours'],
    [],
  ]);
});

test('a corrected clock and a missing entry are flagged, in a fixed order', () => {
  const facts = { receivedAt: hankou.scannedAt + 3_600_000, entryMissing: true, clockOffsetMs: -86_400_000 };
  expect(flags(hankou, facts)).toEqual(['late', 'no-entry', 'clock-corrected']);
});
