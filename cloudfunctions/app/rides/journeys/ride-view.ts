import type { Meaning } from '@tongcheng/shared/rides/meanings';
import { otherMeanings } from '@tongcheng/shared/rides/other-meanings';
import { replayScans } from '@tongcheng/shared/rides/replay/replay-scans';
import type { ReplaySettings } from '@tongcheng/shared/rides/replay/replay-state';
import type { Ride } from '@tongcheng/shared/rides/ride';
import type { RideScan, RideView } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import type { VenueOf } from '../../venues/venue-of';
import { venueView } from '../../venues/venue-view';
import { isCorrectable } from '../corrections/correctable';
import { isCounted, type ScanRecord, scanIdOf } from '../scan-record';

/** What each scan means by its id, now that all are known. */
export type ScanMeanings = ReadonlyMap<string, Meaning>;

/** Derives the meanings of one rider's scans; corrections are in the scans already. */
export const deriveMeanings = (records: readonly ScanRecord[], settings: ReplaySettings): ScanMeanings => {
  const { steps } = replayScans(records.filter(isCounted), settings);
  return new Map(steps.map(({ scan, meaning }) => [scan._id, meaning]));
};

/** A ride as its rider sees it at `now`. */
export const rideView = async (
  venueOf: VenueOf,
  ride: Ride<ScanRecord>,
  readings: ScanMeanings,
  now: Instant,
): Promise<RideView> => ({
  venue: await venueViewOfScan(venueOf, ride.place),
  from: ride.from,
  ...(ride.to !== undefined && { to: ride.to }),
  inferred: [...ride.inferred],
  ...(ride.closedBy && { closedBy: ride.closedBy }),
  scanIds: ride.scans.map(scanIdOf),
  scans: ride.scans.map((scan) => rideScan(scan, readings.get(scan._id) ?? scan.meaning, now)),
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
