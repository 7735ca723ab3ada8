import type { Instant } from '../time';
import type { RideSettings } from '../venues/city-settings';
import { type ClosingSettings, closingOf } from './closing';
import { replayScans } from './replay/replay-scans';
import type { Leg, Step } from './replay/replay-state';
import type { Ride } from './ride';
import type { ScanFacts } from './scan-facts';
import { type UsualTable, usualFor } from './usual/usual-table';

/** What deriving rides needs of the city's settings. */
export type RidesSettings = Pick<RideSettings, 'repeatWithinSeconds'> & ClosingSettings;

/** The usual durations of service days (W-34). */
export interface UsualOfDays<S extends ScanFacts> {
  /** Those that hold for the day of a scan. */
  on(scan: S): UsualTable | undefined;
  /** Where else a rider was counts for a ride of the same day only: whoever derives it knows that day whole, and of others more or less. */
  isSameDay(one: S, other: S): boolean;
}

/**
 * One rider's rides, oldest first, from scans in any order. A ride that no scan ended is closed by rule (W-27) and says
 * by which; it stays open while its rule has not yet ended it at `asOf`.
 */
export function ridesOf<S extends ScanFacts>(
  scans: readonly S[],
  settings: RidesSettings,
  asOf: Instant,
  days?: UsualOfDays<S>,
): readonly Ride<S>[] {
  const { legs, steps } = replayScans(scans, settings);
  return legs.map((leg) => rideOf(leg, settings, asOf, usualOf(leg, steps, days))).sort((a, b) => a.from - b.from);
}

function usualOf<S extends ScanFacts>(
  { place, endedAt, leftBy }: Leg<S>,
  steps: readonly Step<S>[],
  days: UsualOfDays<S> | undefined,
) {
  const table = endedAt === undefined ? days?.on(place) : undefined;
  if (!table) return undefined;
  const ofDay = steps.map(({ scan }) => scan).filter((scan) => days?.isSameDay(scan, place));
  return usualFor(table, place, { next: ofDay.find(({ scannedAt }) => scannedAt === leftBy), first: ofDay[0] });
}

function rideOf<S extends ScanFacts>(
  leg: Leg<S>,
  settings: RidesSettings,
  asOf: Instant,
  usual: ReturnType<typeof usualFor>,
): Ride<S> {
  const { place, scans, from } = leg;
  const start = { place, scans, from };
  const begun: Ride<S>['inferred'] = leg.fromInferred ? ['from'] : [];
  if (leg.endedAt !== undefined) return { ...start, to: leg.endedAt, inferred: begun, closedBy: 'scan' };
  const closing = closingOf(leg, settings, usual);
  const { to, closedBy, endedBy = to } = closing;
  if (endedBy > asOf && closedBy !== 'next-scan') return { ...start, inferred: begun };
  return { ...start, ...closing, inferred: [...begun, 'to'] };
}
