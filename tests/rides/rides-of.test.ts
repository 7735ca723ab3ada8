import { deriveInOrder, meaningOf } from '@tongcheng/shared/rides/meaning';
import { meanings } from '@tongcheng/shared/rides/meanings';
import { replayScans } from '@tongcheng/shared/rides/replay/replay-scans';
import { ridesOf } from '@tongcheng/shared/rides/rides-of';
import type { ScanFacts } from '@tongcheng/shared/rides/scan-facts';
import type { Mode, VenueKind } from '@tongcheng/shared/venues/kinds';
import { modes, venueKinds } from '@tongcheng/shared/venues/kinds';
import * as fc from 'fast-check';
import { scanFacts } from '../world/records';
import { clock, rideSettings } from '../world/ride-settings';
import { scansOfDay } from './arbitrary';

const evening = clock('23:59:59', '2022-06-05');
const scan = (time: string, venueId: string, mode: Mode = 'bus', venueKind: VenueKind = 'vehicle') =>
  scanFacts(clock(time), { venueId, mode, venueKind });
const told = (scans: readonly ScanFacts[]) => replayScans(scans, rideSettings).steps.map(({ meaning }) => meaning);
const brief = (scans: readonly ScanFacts[], settings = rideSettings) =>
  ridesOf(scans, settings, evening).map(({ place, from, to, inferred, closedBy }) => [
    place.venueId,
    from,
    to,
    inferred.join(),
    closedBy,
  ]);

describe('laws', () => {
  test('X-01 the order of arrival changes nothing', () => {
    const shuffled = scansOfDay.chain((scans) =>
      fc.tuple(fc.constant(scans), fc.shuffledSubarray([...scans], { minLength: scans.length })),
    );
    fc.assert(
      fc.property(shuffled, ([scans, arrived]) => {
        expect(ridesOf(arrived, rideSettings, evening)).toEqual(ridesOf(scans, rideSettings, evening));
      }),
    );
  });

  test('what a scan means does not depend on scans made after it', () => {
    fc.assert(
      fc.property(scansOfDay, (scans) => {
        const { steps } = replayScans(scans, rideSettings);
        scans.forEach((each, i) => {
          const others = scans.filter((other) => other !== each);
          expect(meaningOf(each, others, rideSettings).meaning).toBe(steps[i]?.meaning);
        });
      }),
    );
  });

  test('reading one by one, in any order, is reading each on its own', () => {
    const arrived = scansOfDay.chain((scans) =>
      fc.oneof(fc.constant(scans), fc.shuffledSubarray([...scans], { minLength: scans.length })),
    );
    fc.assert(
      fc.property(arrived, (scans) => {
        const read = deriveInOrder(rideSettings);
        scans.forEach((each, i) => {
          const known = scans.slice(0, i);
          const { meaning, entryMissing } = read(each, known);
          expect({ meaning, entryMissing }).toEqual(brieflyRead(each, known));
        });
      }),
    );
  });

  test('every scan belongs to exactly one ride, and every ride ends after it begins', () => {
    fc.assert(
      fc.property(scansOfDay, (scans) => {
        const rides = ridesOf(scans, rideSettings, evening);
        const held = rides.flatMap((ride) => ride.scans);
        expect(held).toHaveLength(scans.length);
        expect(new Set(held)).toEqual(new Set(scans));
        for (const { from, to } of rides) expect(to).toBeGreaterThanOrEqual(from);
      }),
    );
  });

  test('W-27 an end that no scan proves says so, and by which rule', () => {
    fc.assert(
      fc.property(scansOfDay, (scans) => {
        for (const { to, inferred, closedBy } of ridesOf(scans, rideSettings, evening)) {
          expect(to).toBeDefined();
          expect(inferred.includes('to')).toBe(closedBy !== 'scan');
        }
      }),
    );
  });

  test('a second scan of the same code within two minutes repeats, whatever came between', () => {
    fc.assert(
      fc.property(scansOfDay, (scans) => {
        const { steps } = replayScans(scans, rideSettings);
        scans.forEach((each, i) => {
          const near = scans.slice(0, i).some((other) => isShortlyBefore(other, each));
          expect(steps[i]?.meaning === 'repeat').toBe(near);
        });
      }),
    );
  });

  test('every mode and every kind of venue has a meaning, first and second time', () => {
    for (const mode of modes) {
      for (const kind of venueKinds) {
        const first = scan('08:00:00', 'A', mode, kind);
        expect(meanings).toContain(meaningOf(first, [], rideSettings).meaning);
        expect(meanings).toContain(meaningOf(scan('08:30:00', 'A', mode, kind), [first], rideSettings).meaning);
      }
    }
  });
});

describe('one by one', () => {
  test('W-27 the longest ride ends a ride that nothing else ended; until then it is open', () => {
    const scans = [scan('08:00:00', 'BUS-1')];
    expect(brief(scans)).toEqual([['BUS-1', clock('08:00:00'), clock('10:00:00'), 'to', 'longest-ride']]);
    const [open] = ridesOf(scans, rideSettings, clock('09:59:59'));
    expect(open).toMatchObject({ inferred: [] });
    expect(open).not.toHaveProperty('to');
  });

  test('W-27 the end of service ends it earlier', () => {
    const settings = { ...rideSettings, closedHours: [{ mode: 'bus', from: 23, to: 5 } as const] };
    expect(brief([scan('22:30:00', 'BUS-1')], settings)).toEqual([
      ['BUS-1', clock('22:30:00'), clock('23:00:00'), 'to', 'end-of-service'],
    ]);
  });

  test('W-27 at exactly the longest ride the same bus is boarded anew', () => {
    expect(told([scan('08:00:00', 'B'), scan('09:59:59', 'B')])).toEqual(['board', 'alight']);
    expect(told([scan('08:00:00', 'B'), scan('10:00:00', 'B')])).toEqual(['board', 'board']);
  });

  test('W-13 a taxi is left by a second scan, or by its longest ride', () => {
    expect(told([scan('08:00:00', 'T', 'taxi'), scan('08:20:00', 'T', 'taxi')])).toEqual(['board', 'alight']);
    expect(brief([scan('08:00:00', 'T', 'taxi')])).toEqual([
      ['T', clock('08:00:00'), clock('09:30:00'), 'to', 'longest-ride'],
    ]);
  });

  test('W-14 window and gate of a dock are one entry; the way back begins with a new one', () => {
    const scans = [
      scan('09:00:00', 'DOCK-W', 'ferry', 'dock-window'),
      scan('09:05:00', 'DOCK-G', 'ferry', 'dock-gate'),
      scan('09:12:00', 'SHIP', 'ferry', 'ship'),
      scan('09:40:00', 'DOCK2-G', 'ferry', 'dock-gate'),
      scan('09:50:00', 'SHIP', 'ferry', 'ship'),
    ];
    expect(told(scans)).toEqual(['enter', 'enter', 'board', 'enter', 'board']);
    expect(brief(scans).map(([venue, , , , closedBy]) => [venue, closedBy])).toEqual([
      ['SHIP', 'next-scan'],
      ['SHIP', 'end-of-sailing'],
    ]);
    expect(ridesOf(scans, rideSettings, evening)[0]?.scans).toHaveLength(3);
  });

  test('W-12 a tram without a station scan is scanned like a bus; after its station like a carriage', () => {
    expect(told([scan('08:00:00', 'T', 'tram'), scan('08:20:00', 'T', 'tram')])).toEqual(['board', 'alight']);
    const station = scan('07:50:00', 'S', 'tram', 'station');
    expect(told([station, scan('08:00:00', 'T', 'tram')])).toEqual(['enter', 'ride-carriage']);
  });

  test('W-11 a carriage without an entry began at the earliest by the longest ride, or with the scan before', () => {
    const carriage = scan('08:21:00', 'C', 'metro', 'carriage');
    expect(brief([carriage])).toEqual([['C', clock('05:51:00'), clock('08:21:00'), 'from', 'scan']]);
    expect(brief([scan('08:00:00', 'BUS-1'), carriage])).toEqual([
      ['BUS-1', clock('08:00:00'), clock('08:21:00'), 'to', 'next-scan'],
      ['C', clock('08:00:00'), clock('08:21:00'), 'from', 'scan'],
    ]);
    expect(meaningOf(carriage, [], rideSettings)).toMatchObject({ meaning: 'ride-carriage', entryMissing: true });
  });

  test('W-11 an entry that no carriage followed is shown with the place of entry', () => {
    expect(brief([scan('08:00:00', 'HANKOU', 'metro', 'station')])).toEqual([
      ['HANKOU', clock('08:00:00'), clock('10:30:00'), 'to', 'longest-ride'],
    ]);
  });

  test('W-27 a ride opened again by a repeat ends by its rule, not by the mistaken scan', () => {
    expect(brief([scan('08:00:00', 'A'), scan('08:00:30', 'B'), scan('08:01:00', 'A')])).toEqual([
      ['A', clock('08:00:00'), clock('10:00:00'), 'to', 'longest-ride'],
      ['B', clock('08:00:30'), clock('08:01:00'), 'to', 'next-scan'],
    ]);
  });

  test('a wrong vehicle scanned in between does not make a second ride of the right one', () => {
    const scans = [scan('08:00:00', 'A'), scan('08:00:30', 'B'), scan('08:01:00', 'A'), scan('08:20:00', 'A')];
    expect(told(scans)).toEqual(['board', 'board', 'repeat', 'alight']);
    expect(brief(scans)).toEqual([
      ['A', clock('08:00:00'), clock('08:20:00'), '', 'scan'],
      ['B', clock('08:00:30'), clock('08:01:00'), 'to', 'next-scan'],
    ]);
  });
});

function brieflyRead(each: ScanFacts, known: readonly ScanFacts[]) {
  const last = replayScans(
    [...known.filter((other) => other.scannedAt <= each.scannedAt), each],
    rideSettings,
  ).steps.at(-1);
  return { meaning: last?.meaning, entryMissing: last?.entryMissing };
}

function isShortlyBefore(other: ScanFacts, each: ScanFacts): boolean {
  return other.venueId === each.venueId && each.scannedAt - other.scannedAt < 120_000;
}
