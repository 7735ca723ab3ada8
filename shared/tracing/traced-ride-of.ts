import type { ScanFlag } from '../rides/meanings';
import { roleOf } from '../rides/replay/venue-role';
import type { Ride } from '../rides/ride';
import type { ScanFacts } from '../rides/scan-facts';
import type { Instant } from '../time';
import type { Aboard, InferredEnd, TracedRide } from './traced-ride';

/** A scan with what tracing shows of it. */
export interface TracedScan extends ScanFacts {
  readonly party: number;
  readonly flags: readonly ScanFlag[];
}

/**
 * A ride as tracing needs it, at `asOf`; undefined of one that no scan places in a vehicle, carriage or ship: a station proves where and when
 * somebody entered, never a carriage.
 */
export const tracedRideOf = (ride: Ride<TracedScan>, rider: string, asOf: Instant): TracedRide | undefined => {
  const { place, scans } = ride;
  if (roleOf(place.mode, place.venueKind) === 'entry') return undefined;
  const dock = scans.find(({ mode, venueKind }) => mode === 'ferry' && roleOf(mode, venueKind) === 'entry');
  return {
    ...{ rider, mode: place.mode, placeId: place.venueId },
    aboard: aboardOf(ride, asOf),
    inferred: inferredIn(ride),
    ...(dock && { dockId: dock.venueId }),
    party: Math.max(...scans.map(({ party }) => party)),
    flags: [...new Set(scans.flatMap(({ flags }) => flags))],
  };
};

function aboardOf(ride: Ride<TracedScan>, asOf: Instant): Aboard {
  const { place, scans, from } = ride;
  const here = scans.filter(({ venueId }) => venueId === place.venueId).map(({ scannedAt }) => scannedAt);
  const provenFrom = ride.inferred.includes('from') ? Math.min(...here) : from;
  const provenTo = ride.to === undefined || ride.inferred.includes('to') ? Math.max(...here) : ride.to;
  const to = Math.max(ride.to ?? asOf, provenTo);
  const until = Math.max(to, ride.exposedUntil ?? to);
  // A begin that nothing but the longest ride bounds says when they were aboard at the earliest, and no more.
  const likelyFrom = beganAtEntry(ride) ? from : provenFrom;
  return {
    ...(provenFrom < provenTo && { proven: { from: provenFrom, to: provenTo } }),
    likely: { from: likelyFrom, to },
    possible: { from, to: until },
  };
}

const beganAtEntry = ({ inferred, place }: Ride<TracedScan>): boolean =>
  !inferred.includes('from') || !place.flags.includes('no-entry');

function inferredIn(ride: Ride<TracedScan>): readonly InferredEnd[] {
  const ends: InferredEnd[] = [];
  if (ride.inferred.includes('from')) ends.push({ end: 'from', by: beganAtEntry(ride) ? 'entry' : 'longest-ride' });
  if (ride.to === undefined) ends.push({ end: 'to', by: 'still-open' });
  else if (ride.inferred.includes('to') && ride.closedBy && ride.closedBy !== 'scan')
    ends.push({ end: 'to', by: ride.closedBy });
  return ends;
}
