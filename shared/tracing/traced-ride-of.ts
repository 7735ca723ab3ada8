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
 * A ride as tracing needs it, at `asOf`, with the rider's ride before it; undefined of one that no scan places in a vehicle, carriage or ship: a station proves where and when
 * somebody entered, never a carriage.
 */
export const tracedRideOf = (
  ride: Ride<TracedScan>,
  rider: string,
  asOf: Instant,
  before?: Ride<TracedScan>,
): TracedRide | undefined => {
  const { place, scans, from } = ride;
  if (roleOf(place.mode, place.venueKind) === 'entry') return undefined;
  const entry = scans.find(({ mode, venueKind }) => roleOf(mode, venueKind) === 'entry');
  return {
    ...{ rider, mode: place.mode, placeId: place.venueId, vehicleId: vehicleOf(place) },
    aboard: aboardOf(ride, asOf),
    inferred: inferredIn(ride),
    ...(entry && (place.mode === 'ferry' ? { dockId: dockOf(entry) } : { entryId: entry.venueId })),
    ...(before &&
      !entry &&
      isChange(before, ride) && { changedFrom: { vehicleId: vehicleOf(before.place), at: from } }),
    party: Math.max(...scans.map(({ party }) => party)),
    flags: [...new Set(scans.flatMap(({ flags }) => flags))],
  };
};

/** Window and gate of one dock have one id but for their last part. */
const dockOf = ({ venueId }: TracedScan): string => venueId.replace(/-(?:dock-)?(?:window|gate)$/, '');

/** Carriages of one train have one id but for their last part. */
const vehicleOf = ({ venueId, venueKind }: TracedScan): string =>
  venueKind === 'carriage' ? venueId.replace(/-[^-]+$/, '') : venueId;

/** Whoever scanned a carriage before leaving it and then another one changed trains without leaving the station. */
const isChange = ({ to, place }: Ride<TracedScan>, { from, inferred, place: next }: Ride<TracedScan>): boolean =>
  inferred.includes('from') && to === from && place.mode === next.mode;

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
