import { meanings } from '@tongcheng/shared/rides/meanings';
import { otherMeanings } from '@tongcheng/shared/rides/other-meanings';
import { replayScans } from '@tongcheng/shared/rides/replay/replay-scans';
import { ridesOf } from '@tongcheng/shared/rides/rides-of';
import type { ScanFacts } from '@tongcheng/shared/rides/scan-facts';
import { modes, venueKinds } from '@tongcheng/shared/venues/kinds';
import * as fc from 'fast-check';
import { scanFacts } from '../world/records';
import { clock, rideSettings } from '../world/ride-settings';
import { scansOfDay } from './arbitrary';

const late = clock('23:59:00', '2022-06-05');

const correctedDays: fc.Arbitrary<readonly ScanFacts[]> = scansOfDay.chain((scans) =>
  fc
    .array(fc.option(fc.constantFrom(...meanings), { nil: undefined, freq: 2 }), {
      minLength: scans.length,
      maxLength: scans.length,
    })
    .map((wishes) =>
      scans.map((scan, i) => {
        const corrected = wishes[i];
        return corrected === undefined ? scan : { ...scan, corrected };
      }),
    ),
);

const bus = (time: string, corrected?: ScanFacts['corrected']) =>
  scanFacts(clock(time), corrected ? { corrected } : {});

const told = (...scans: readonly ScanFacts[]) => replayScans(scans, rideSettings).steps.map(({ meaning }) => meaning);

test('W-27 whatever riders correct, every scan stays in exactly one ride and every ride ends after it begins', () => {
  fc.assert(
    fc.property(correctedDays, (scans) => {
      const rides = ridesOf(scans, rideSettings, late);
      const told = rides.flatMap((ride) => ride.scans);
      expect(new Set(told).size).toBe(told.length);
      expect(told).toHaveLength(scans.length);
      for (const { from, to } of rides) expect(to ?? late).toBeGreaterThanOrEqual(from);
    }),
    { numRuns: 400 },
  );
});

test('X-01 with corrections too the order of arrival changes nothing', () => {
  const arrived = correctedDays.chain((scans) =>
    fc.tuple(fc.constant(scans), fc.shuffledSubarray([...scans], { minLength: scans.length })),
  );
  fc.assert(
    fc.property(arrived, ([scans, other]) => {
      expect(ridesOf(other, rideSettings, late)).toEqual(ridesOf(scans, rideSettings, late));
    }),
  );
});

test('the other meanings on offer never include the present one, and never take a ride away', () => {
  for (const mode of modes)
    for (const kind of venueKinds)
      for (const meaning of meanings) {
        const others = otherMeanings(mode, kind, meaning);
        expect(others).not.toContain(meaning);
        if (meaning !== 'alight') expect(others).not.toContain('repeat');
      }
});

test('W-10 an alighting whose boarding was not scanned: the ride ends there, its beginning is inferred', () => {
  const [ride] = ridesOf([bus('08:00:00', 'alight')], rideSettings, late);
  expect(ride).toMatchObject({ to: clock('08:00:00'), inferred: ['from'], closedBy: 'scan' });
});

test('W-10 the scans after a corrected one are derived anew', () => {
  expect(told(bus('08:00:00'), bus('08:20:00'))).toEqual(['board', 'alight']);
  expect(told(bus('08:00:00', 'alight'), bus('08:20:00'))).toEqual(['alight', 'board']);
  expect(told(bus('08:00:00'), bus('08:20:00', 'repeat'), bus('08:40:00'))).toEqual(['board', 'repeat', 'alight']);
  expect(told(bus('08:00:00'), bus('08:20:00', 'board'), bus('08:40:00'))).toEqual(['board', 'board', 'alight']);
});

test('a correction that fits neither the venue nor the ride is ignored', () => {
  expect(told(bus('08:00:00', 'enter'))).toEqual(['board']);
  expect(told(bus('08:00:00', 'repeat'))).toEqual(['board']);
  expect(told(bus('08:00:00', 'ride-carriage'))).toEqual(['board']);
});

test('W-12 after an alighting from a tram by correction, the next tram is boarded and is no change of carriages', () => {
  const tram = (time: string, corrected?: ScanFacts['corrected']): ScanFacts => ({
    ...bus(time, corrected),
    venueId: `tram-${time}`,
    mode: 'tram',
  });
  expect(told(tram('08:00:00', 'alight'), tram('08:20:00'))).toEqual(['alight', 'board']);
});
