import { type FlagFacts, flagsOfScan, type LocatedScan } from '@tongcheng/shared/rides/flags';
import { meaningOf } from '@tongcheng/shared/rides/meaning';
import type { ScanFlag } from '@tongcheng/shared/rides/meanings';
import { meanings, scanFlags } from '@tongcheng/shared/rides/meanings';
import type { Ride } from '@tongcheng/shared/rides/ride';
import { ridesOf } from '@tongcheng/shared/rides/rides-of';
import { dayOf, formatInstant } from '@tongcheng/shared/time';
import { modes, venueKinds } from '@tongcheng/shared/venues/kinds';
import * as z from 'zod';
import table from '../cases/scans.json';
import { scanFacts } from '../world/records';
import { at, rideSettings } from '../world/ride-settings';

const Case = z.strictObject({
  why: z.string(),
  mode: z.enum(modes),
  scans: z.array(
    z.strictObject({
      at: z.string(),
      venueKind: z.enum(venueKinds),
      venue: z.string(),
      party: z.number().optional(),
      receivedAt: z.string().optional(),
    }),
  ),
  meanings: z.array(z.enum(meanings)),
  rides: z
    .array(z.strictObject({ venue: z.string(), from: z.string(), to: z.string(), inferred: z.array(z.string()) }))
    .optional(),
  open: z.array(z.string()).optional(),
  flags: z.array(z.enum(scanFlags).nullable()).optional(),
  party: z.number().optional(),
});
type Case = z.output<typeof Case>;
const cases = z.array(Case).parse(table.cases);

/** Where the table's stations stand; the far one is 30 km from the other. */
const places: Readonly<Record<string, { lat: number; lng: number }>> = {
  HANKOU: { lat: 30.6, lng: 114.25 },
  'WUHAN-EAST-30KM': { lat: 30.6, lng: 114.25 + 30 / 95.8 },
};

test('the table of scans is whole', () => {
  expect(cases.length).toBeGreaterThanOrEqual(16);
});

describe.each(cases.map((each) => [each.why, each] as const))('%s', (_why, each) => {
  const scans = located(each);

  test('meanings', () => {
    expect(scans.map((scan) => meaningOf(scan, others(scans, scan), rideSettings).meaning)).toEqual(each.meanings);
  });

  test('rides and what stays open', () => {
    const last = Math.max(...scans.map(({ scannedAt }) => scannedAt));
    const rides = ridesOf(scans, rideSettings, each.open ? last + 1 : last + 24 * 3_600_000);
    const open = rides.filter(({ to }) => to === undefined).map(({ place }) => place.venueId);
    expect(open).toEqual(each.open ?? []);
    if (each.rides) expect(rides.filter(({ to }) => to !== undefined).map(asInTable)).toEqual(each.rides);
  });

  test('flags', () => {
    const flags = scans.map((scan, i) => doubts(each, scans, scan, i));
    expect(flags).toEqual(scans.map((_scan, i) => [each.flags?.[i]].filter(Boolean)));
  });
});

test('W-15 the party of a taxi is one ride of one scan', () => {
  const [taxi, ...others] = cases.filter(({ party }) => party !== undefined);
  if (!taxi) throw new Error('the table has no party');
  expect(others).toEqual([]);
  const scans = located(taxi).map((scan, i) => ({ ...scan, party: taxi.scans[i]?.party }));
  const rides = ridesOf(scans, rideSettings, Math.max(...scans.map(({ scannedAt }) => scannedAt)) + 24 * 3_600_000);
  expect(rides.map((ride) => ride.scans.map(({ party }) => party))).toEqual([[3]]);
});

function located({ mode, scans }: Case): readonly LocatedScan[] {
  return scans.map((scan) => ({
    ...scanFacts(at(scan.at), { venueId: scan.venue, mode, venueKind: scan.venueKind }),
    ...places[scan.venue],
  }));
}

function others(scans: readonly LocatedScan[], scan: LocatedScan): readonly LocatedScan[] {
  return scans.filter((other) => other !== scan);
}

/** Flags as they are found on arrival: in the order of the table, each with what came before it. */
function doubts(each: Case, scans: readonly LocatedScan[], scan: LocatedScan, i: number): readonly ScanFlag[] {
  const arrived = scans.slice(0, i);
  const facts: FlagFacts = {
    scan,
    receivedAt: at(each.scans[i]?.receivedAt ?? each.scans[i]?.at ?? ''),
    others: arrived,
    entryMissing: meaningOf(scan, arrived, rideSettings).entryMissing,
  };
  return flagsOfScan(facts, rideSettings);
}

function asInTable({ place, from, to = 0, inferred, closedBy }: Ride<LocatedScan>) {
  return { venue: place.venueId, from: clockOf(from), to: toInWords(from, to, closedBy), inferred };
}

function toInWords(from: number, to: number, closedBy: Ride<LocatedScan>['closedBy']): string {
  switch (closedBy) {
    case 'next-scan':
      return `≤${clockOf(to)}`;
    case 'longest-ride':
      return 'by the longest ride';
    case 'end-of-sailing':
      return 'end of sailing';
    case 'usual-duration':
      return `usual, ${clockOf(to)}`;
    case 'scan':
    case 'end-of-service':
    case undefined:
      return dayOf(from) === dayOf(to) ? clockOf(to) : `${clockOf(to)}+1`;
  }
}

function clockOf(instant: number): string {
  return formatInstant(instant, 'HH:mm:ss');
}
