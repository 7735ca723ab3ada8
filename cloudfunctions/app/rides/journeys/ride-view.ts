import type { Meaning } from '@tongcheng/shared/rides/meanings';
import { otherMeanings } from '@tongcheng/shared/rides/other-meanings';
import type { Ride } from '@tongcheng/shared/rides/ride';
import type { RideScan, RideView } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import type { VenueOf } from '../../venues/cached-records';
import { venueView } from '../../venues/venue-view';
import { isCorrectable } from '../corrections/correction-record';
import { type ScanRecord, scanIdOf } from '../scan-record';
import type { ScanMeanings } from './derive-rides';

/** A ride as its rider sees it at `now`. */
export const rideView = async (
  venueOf: VenueOf,
  ride: Ride<ScanRecord>,
  meanings: ScanMeanings,
  now: Instant,
): Promise<RideView> => ({
  venue: await venueViewOfScan(venueOf, ride.place),
  from: ride.from,
  ...(ride.to !== undefined && { to: ride.to }),
  inferred: [...ride.inferred],
  ...(ride.closedBy && { closedBy: ride.closedBy }),
  scanIds: ride.scans.map(scanIdOf),
  scans: ride.scans.map((scan) => rideScan(scan, meanings.get(scan._id) ?? scan.meaning, now)),
});

function rideScan(scan: ScanRecord, meaning: Meaning, now: Instant): RideScan {
  return {
    scanId: scanIdOf(scan),
    scannedAt: scan.scannedAt,
    meaning,
    ...(scan.corrected === meaning && { corrected: true }),
    others: isCorrectable(scan, now) ? [...otherMeanings(scan.mode, scan.venueKind, meaning)] : [],
  };
}

/** A venue that is no longer kept is shown by its id. */
export async function venueViewOfScan(
  venueOf: VenueOf,
  { venueId, city, mode, venueKind, lineId }: ScanRecord,
): Promise<VenueView> {
  const venue = await venueOf(venueId);
  if (venue) return venueView(venue);
  const name = { zh: venueId, en: venueId };
  return { venueId, city, mode, kind: venueKind, name, ...(lineId !== undefined && { lineId }) };
}
