import { replayScans } from '@tongcheng/shared/rides/replay/replay-scans';
import { ridesOf } from '@tongcheng/shared/rides/rides-of';
import type { ScanFacts } from '@tongcheng/shared/rides/scan-facts';
import * as fc from 'fast-check';
import { scanFacts } from '../world/records';
import { clock, rideSettings } from '../world/ride-settings';
import { scansOfDay } from './arbitrary';

const late = clock('23:59:00', '2022-06-05');
const at = (time: string, more: Partial<ScanFacts>) => scanFacts(clock(time), more);
const station = (time: string, venueId: string, gate: ScanFacts['gate']) =>
  at(time, { venueId, mode: 'metro', venueKind: 'station', ...(gate && { gate }) });
const bus = (time: string, gate: ScanFacts['gate'], venueId = 'bus-1') =>
  at(time, { venueId, mode: 'bus', venueKind: 'vehicle', ...(gate && { gate }) });
const told = (...scans: readonly ScanFacts[]) => replayScans(scans, rideSettings).steps.map(({ meaning }) => meaning);
const rides = (...scans: readonly ScanFacts[]) =>
  ridesOf(scans, rideSettings, late).map(({ place, from, to, closedBy }) => [place.venueId, from, to, closedBy]);

test('W-27 out at another station ends the ride that began at the first, by a scan', () => {
  const scans = [station('08:00:00', 'hankou', 'entry'), station('08:25:00', 'wuchang', 'exit')];
  expect(told(...scans)).toEqual(['enter', 'alight']);
  expect(rides(...scans)).toEqual([['hankou', clock('08:00:00'), clock('08:25:00'), 'scan']]);
});

test('W-27 after the carriage’s code the way out goes on with one ride, and each scan stays in a ride', () => {
  const scans = [
    station('08:00:00', 'hankou', 'entry'),
    at('08:10:00', { venueId: 'carriage-1', mode: 'metro', venueKind: 'carriage' }),
    station('08:25:00', 'wuchang', 'exit'),
  ];
  expect(told(...scans)).toEqual(['enter', 'ride-carriage', 'alight']);
  const all = ridesOf(scans, rideSettings, late).flatMap((ride) => ride.scans);
  expect(new Set(all).size).toBe(3);
});

test('W-27 out where nobody saw them come in is an end whose beginning is inferred', () => {
  const [step] = replayScans([station('09:00:00', 'wuchang', 'exit')], rideSettings).steps;
  expect(step).toMatchObject({ meaning: 'alight', entryMissing: true });
});

test('W-20 a reader at a door that only lets in never ends a ride: a second time in the same bus is a second ride', () => {
  const scans = [bus('08:00:00', 'boarding'), bus('08:50:00', 'boarding')];
  expect(told(...scans)).toEqual(['board', 'board']);
  // The posted code of the same bus has no direction: there the second scan is the end.
  expect(told(bus('08:00:00', undefined), bus('08:50:00', undefined))).toEqual(['board', 'alight']);
});

test('W-20 a tap at the rear door ends the ride in this bus, and none in another', () => {
  expect(told(bus('08:00:00', 'boarding'), bus('08:20:00', 'exit'))).toEqual(['board', 'alight']);
  const other = [bus('08:00:00', 'boarding'), bus('08:20:00', 'exit', 'bus-2')];
  expect(rides(...other).map(([venueId]) => venueId)).toEqual(['bus-1', 'bus-2']);
});

test('W-27 whatever gates tell, every scan stays in exactly one ride, every ride ends after it begins, and the order of arrival changes nothing', () => {
  const tapped = scansOfDay.chain((scans) =>
    fc
      .array(fc.constantFrom<ScanFacts['gate']>(undefined, 'entry', 'exit', 'boarding'), {
        minLength: scans.length,
        maxLength: scans.length,
      })
      .map((gates) =>
        scans.map((scan, i) => {
          const gate = gates[i];
          return gate === undefined ? scan : { ...scan, gate };
        }),
      ),
  );
  fc.assert(
    fc.property(tapped, (scans) => {
      const made = ridesOf(scans, rideSettings, late);
      const kept = made.flatMap((ride) => ride.scans);
      expect(new Set(kept).size).toBe(kept.length);
      expect(kept).toHaveLength(scans.length);
      for (const { from, to } of made) expect(to ?? late).toBeGreaterThanOrEqual(from);
      expect(ridesOf([...scans].reverse(), rideSettings, late)).toEqual(made);
    }),
    { numRuns: 400, seed: 20220528 },
  );
});
