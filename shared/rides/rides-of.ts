import type { Instant } from '../time';
import type { RideSettings } from '../venues/city-settings';
import { closingOf } from './closing';
import { replayScans } from './replay/replay-scans';
import type { Leg } from './replay/replay-state';
import type { Ride } from './ride';
import type { ScanFacts } from './scan-facts';

/** What deriving rides needs of the city's settings. */
export type RidesSettings = Pick<RideSettings, 'repeatWithinSeconds' | 'longestRideMinutes' | 'closedHours'>;

/**
 * One rider's rides, oldest first, from scans in any order. A ride that no scan ended is closed by rule (W-27) and says
 * by which; it stays open while its rule has not yet ended it at `asOf`.
 */
export const ridesOf = <S extends ScanFacts>(
  scans: readonly S[],
  settings: RidesSettings,
  asOf: Instant,
): readonly Ride<S>[] =>
  replayScans(scans, settings)
    .legs.map((leg) => rideOf(leg, settings, asOf))
    .sort((a, b) => a.from - b.from);

function rideOf<S extends ScanFacts>(leg: Leg<S>, settings: RidesSettings, asOf: Instant): Ride<S> {
  const { place, scans, from } = leg;
  const start = { place, scans, from };
  const begun: Ride<S>['inferred'] = leg.fromInferred ? ['from'] : [];
  if (leg.endedAt !== undefined) return { ...start, to: leg.endedAt, inferred: begun, closedBy: 'scan' };
  const { to, closedBy } = closingOf(leg, settings);
  if (to > asOf && closedBy !== 'next-scan') return { ...start, inferred: begun };
  return { ...start, to, inferred: [...begun, 'to'], closedBy };
}
