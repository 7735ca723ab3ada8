import { type ScanFlag, scanFlags } from '@tongcheng/shared/rides/meanings';
import { forwardingDoubts } from '@tongcheng/shared/tracing/forwarded/forwarding-doubts';
import type { SeenScan } from '@tongcheng/shared/tracing/forwarded/seen-scan';
import type { LocatedBy } from '@tongcheng/shared/venues/tracing-settings';
import type { CallsByVehicle } from './locate-rides';
import type { SourcedRide } from './ride-source';

/** Doubts by the id of the scan. */
type Doubts = ReadonlyMap<string, readonly ScanFlag[]>;

/** What all scans read at the places of a tracing say of each of them; vehicles by what is known of them. */
export function doubtsAbout(
  seen: readonly SeenScan[],
  rides: readonly SourcedRide[],
  calls: CallsByVehicle,
  by: LocatedBy | undefined,
): Doubts {
  const vehicleOf = new Map(rides.map(({ placeId, vehicleId }) => [placeId, vehicleId]));
  const byPlace = new Map<string, SeenScan[]>();
  for (const scan of seen) {
    const here = byPlace.get(scan.venueId);
    if (here) here.push(scan);
    else byPlace.set(scan.venueId, [scan]);
  }
  return new Map(
    [...byPlace].flatMap(([placeId, here]) => {
      const known = calls.get(vehicleOf.get(placeId) ?? '');
      return [...forwardingDoubts(here, known && by && { calls: known, by })];
    }),
  );
}

/** A ride with what is doubted of its scans besides what they were recorded with. */
export function withDoubts<R extends SourcedRide>(ride: R, doubts: Doubts): R {
  const more = new Set(ride.scanIds.flatMap((id) => doubts.get(id) ?? []));
  if (more.size === 0) return ride;
  return { ...ride, flags: scanFlags.filter((flag) => more.has(flag) || ride.flags.includes(flag)) };
}
