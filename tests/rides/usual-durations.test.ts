import { closingOf } from '@tongcheng/shared/rides/closing';
import { replayScans } from '@tongcheng/shared/rides/replay/replay-scans';
import { ridesOf } from '@tongcheng/shared/rides/rides-of';
import type { ScanFacts } from '@tongcheng/shared/rides/scan-facts';
import { newDurationTally } from '@tongcheng/shared/rides/usual/duration-tally';
import { type ProvenDuration, provenDurations } from '@tongcheng/shared/rides/usual/proven-durations';
import { durationKeys, type UsualCell, type UsualTable, usualFor } from '@tongcheng/shared/rides/usual/usual-table';
import { minuteMs } from '@tongcheng/shared/time';
import * as fc from 'fast-check';
import { scanFacts } from '../world/records';
import { clock, rideSettings } from '../world/ride-settings';
import { scansOfDay } from './arbitrary';

const evening = clock('23:59:59', '2022-06-05');
const bus = (time: string, more: Partial<ScanFacts> = {}) => scanFacts(clock(time), { lineId: 'L1', ...more });
const entry = (time: string, venueId: string, lng = 114.2) =>
  scanFacts(clock(time), { venueId, mode: 'metro', venueKind: 'station', lineId: 'M2', lat: 30.6, lng });
const carriage = (time: string, venueId = 'C') =>
  scanFacts(clock(time), { venueId, mode: 'metro', venueKind: 'carriage' });
const proven = (scans: readonly ScanFacts[]) => provenDurations(replayScans(scans, rideSettings).steps);
const brief = (durations: readonly ProvenDuration[]) => durations.map(({ keys, minutes }) => [keys.at(-1), minutes]);

describe('what scans prove', () => {
  test('W-34 rides from boarding to alighting, stays from the entry to the last carriage', () => {
    const scans = [
      bus('08:00:00'),
      bus('08:25:00'),
      entry('09:00:00', 'A'),
      carriage('09:20:00'),
      carriage('09:41:00', 'D'),
    ];
    expect(brief(proven(scans))).toEqual([
      ['bus.ride', 25],
      ['metro.stay', 41],
    ]);
    expect(proven(scans).map(({ isDirect }) => isDirect)).toEqual([true, false]);
  });

  test('W-34 a ship’s ride from the cabin door, and from the dock as well', () => {
    const at = (time: string, venueKind: 'dock-gate' | 'dock-window' | 'ship') =>
      scanFacts(clock(time), { venueId: venueKind, mode: 'ferry', venueKind });
    const scans = [
      at('09:00:00', 'dock-window'),
      at('09:05:00', 'dock-gate'),
      at('09:10:00', 'ship'),
      at('09:25:00', 'ship'),
    ];
    expect(brief(proven(scans))).toEqual([
      ['ferry.ride', 15],
      ['ferry.stay', 25],
    ]);
  });

  test('W-34 W-32 never an inferred end, never a refused boarding', () => {
    expect(proven([bus('08:00:00'), entry('08:30:00', 'A')])).toEqual([]);
    expect(proven([bus('08:00:00', { refused: true }), bus('08:25:00')])).toEqual([]);
    expect(proven([carriage('09:20:00')])).toEqual([]);
    expect(proven([{ ...entry('09:00:00', 'A'), refused: true }, carriage('09:20:00')])).toEqual([]);
  });

  test('W-34 whatever is scanned: no proven duration without two scans so far apart', () => {
    fc.assert(
      fc.property(scansOfDay, (scans) => {
        const times = scans.map(({ scannedAt }) => scannedAt);
        for (const { minutes } of proven(scans))
          expect(times.some((from) => times.includes(from + Math.round(minutes * minuteMs)))).toBe(true);
      }),
    );
  });
});

describe('a table', () => {
  const duration = (minutes: number, keys = ['bus.ride']): ProvenDuration => ({ keys, minutes, isDirect: true });
  const learned = (durations: readonly ProvenDuration[]): readonly UsualCell[] => {
    const tally = newDurationTally();
    for (const each of durations) tally.add('2022-06-01', [each]);
    return tally.cells();
  };
  const sequence = (count: number) => Array.from({ length: count }, (_, number) => duration(number + 1));

  test('W-34 has the median, and the bound that the next ride keeps in 95 of 100', () => {
    expect(learned(sequence(20))).toEqual([{ key: 'bus.ride', rides: 20, medianMinutes: 10, boundMinutes: 20 }]);
    expect(learned(sequence(199))).toEqual([{ key: 'bus.ride', rides: 199, medianMinutes: 100, boundMinutes: 190 }]);
  });

  test('W-34 a few absurd durations move neither', () => {
    const [cell] = learned([...Array.from({ length: 99 }, () => duration(20)), duration(1_400)]);
    expect(cell).toMatchObject({ medianMinutes: 20, boundMinutes: 20 });
  });

  test('X-03 names nobody: no cell of fewer than twenty rides, nor of fewer than five riders on any day', () => {
    expect(learned(sequence(19))).toEqual([]);
    const tally = newDurationTally();
    for (let day = 1; day <= 25; day += 1) tally.add(`2022-06-${String(day).padStart(2, '0')}`, [duration(30)]);
    tally.add('2022-06-26', sequence(25));
    expect(tally.cells()).toEqual([]);
    for (let rider = 0; rider < 5; rider += 1) tally.add('2022-06-27', [duration(30)]);
    expect(tally.cells()).toMatchObject([{ rides: 55 }]);
  });

  test('W-34 the pair of places first, then places as far apart, then the line, then the mode', () => {
    const keys = durationKeys(entry('08:00:00', 'A'), { next: entry('17:00:00', 'B', 114.25) });
    expect(keys).toEqual(['metro.stay.A>B', 'metro.stay.>4km', 'metro.stay.M2', 'metro.stay']);
    for (const [place, key] of keys.entries()) {
      const table = new Map(
        keys.slice(place).map((each) => [each, { medianMinutes: keys.indexOf(each), boundMinutes: 60 }]),
      );
      const found = usualFor(table, entry('08:00:00', 'A'), { next: entry('17:00:00', 'B', 114.25) });
      expect([key, found?.medianMinutes]).toEqual([key, place]);
    }
    expect(usualFor(new Map(), bus('08:00:00'), {})).toBeUndefined();
  });
});

const always = (table: UsualTable) => ({ on: () => table, isSameDay: () => true });

describe('closing', () => {
  const usual = { medianMinutes: 20, boundMinutes: 45 };
  const table = new Map([['bus.ride', usual]]);
  const closed = (scans: readonly ScanFacts[], asOf = evening, settings = rideSettings) =>
    ridesOf(scans, settings, asOf, always(table))[0];

  test('W-34 by the usual duration, with the bound; for exposure by the longest ride', () => {
    expect(closed([bus('08:00:00')])).toMatchObject({
      to: clock('08:20:00'),
      inferred: ['to'],
      closedBy: 'usual-duration',
      endedBy: clock('08:45:00'),
      exposedUntil: clock('10:00:00'),
    });
  });

  test('W-34 for exposure by the bound where the city says so', () => {
    const settings = { ...rideSettings, exposureUntil: 'usual-bound' as const };
    expect(closed([bus('08:00:00')], evening, settings)).toMatchObject({ exposedUntil: clock('08:45:00') });
  });

  test('W-34 it stays open until the bound is over: the rider may still scan', () => {
    expect(closed([bus('08:00:00')], clock('08:44:59'))).not.toHaveProperty('to');
    expect(closed([bus('08:00:00')], clock('08:45:00'))).toHaveProperty('to');
  });

  test('W-27 W-34 a scan elsewhere or the end of service within the bound ends it; after the bound neither does', () => {
    const elsewhere = (time: string) => bus(time, { venueId: 'bus-2' });
    expect(closed([bus('08:00:00'), elsewhere('08:40:00')])).toMatchObject({
      ...{ to: clock('08:40:00'), closedBy: 'next-scan' },
    });
    expect(closed([bus('08:00:00'), elsewhere('09:00:00')])).toMatchObject({
      ...{ to: clock('08:20:00'), closedBy: 'usual-duration', exposedUntil: clock('09:00:00') },
    });
    const settings = { ...rideSettings, closedHours: [{ mode: 'bus', from: 23, to: 5 } as const] };
    expect(closed([bus('22:30:00')], evening, settings)).toMatchObject({ closedBy: 'end-of-service' });
  });

  test('W-34 where the rider was on another day says nothing of a ride: reports and history know it alike', () => {
    const near = { medianMinutes: 10, boundMinutes: 15 };
    const pairs = new Map([...table, ['bus.ride.L1>L2', near]]);
    const scans = [bus('08:00:00'), scanFacts(clock('07:00:00', '2022-06-03'), { venueId: 'bus-2', lineId: 'L2' })];
    const derive = (isSameDay: boolean) =>
      ridesOf(scans, rideSettings, evening, { on: () => pairs, isSameDay: (a, b) => isSameDay || a === b })[0]?.to;
    expect([derive(true), derive(false)]).toEqual([clock('08:10:00'), clock('08:20:00')]);
  });

  test('W-34 the longest ride is the cap', () => {
    const leg = { place: bus('08:00:00'), from: clock('08:00:00') };
    expect(closingOf(leg, rideSettings, { medianMinutes: 130, boundMinutes: 400 })).toMatchObject({
      ...{ to: clock('10:00:00'), endedBy: clock('10:00:00'), closedBy: 'usual-duration' },
    });
  });

  test('W-34 a scan that proves the end is never moved', () => {
    fc.assert(
      fc.property(scansOfDay, (scans) => {
        const byScan = (rides: ReturnType<typeof ridesOf>) => rides.filter(({ closedBy }) => closedBy === 'scan');
        const all = new Map([...table, ['metro.stay', usual], ['taxi.ride', usual], ['ferry.ride', usual]]);
        const withTable = byScan(ridesOf(scans, rideSettings, evening, always(all)));
        expect(withTable).toEqual(byScan(ridesOf(scans, rideSettings, evening)));
      }),
    );
  });
});
