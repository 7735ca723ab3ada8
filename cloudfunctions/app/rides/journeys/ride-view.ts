import { boardingReasonText } from '@tongcheng/shared/reports/words';
import type { Meaning } from '@tongcheng/shared/rides/meanings';
import { otherMeanings } from '@tongcheng/shared/rides/other-meanings';
import type { Ride } from '@tongcheng/shared/rides/ride';
import type { RefusedBoarding, RideScan, RideView } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import type { VenueOf } from '../../venues/cached-records';
import { venueView } from '../../venues/venue-view';
import { isCorrectable } from '../corrections/correction-record';
import { type ScanRecord, scanIdOf } from '../scan-record';
import type { Refusal, ScanMeanings } from './derive-rides';

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
  ...closingView(ride),
  scanIds: ride.scans.map(scanIdOf),
  scans: ride.scans.map((scan) => rideScan(scan, meanings.get(scan._id) ?? scan.meaning, now)),
  ...letOn(ride),
});

function closingView({ closedBy, endedBy }: Ride<ScanRecord>): Pick<RideView, 'closedBy' | 'endedBy'> {
  if (closedBy === undefined) return {};
  if (closedBy !== 'usual-duration') return { closedBy };
  return endedBy === undefined ? {} : { endedBy };
}

function letOn({ scans }: Ride<ScanRecord>): Pick<RideView, 'letOn'> {
  const decided = scans.find(({ staffDecision }) => staffDecision?.outcome === 'let-on')?.staffDecision;
  return decided ? { letOn: { why: boardingReasonText(decided.reason), at: decided.at } } : {};
}

/** A refused boarding as its rider sees it (W-32). */
export const refusedBoarding = async (venueOf: VenueOf, { scan }: Refusal): Promise<RefusedBoarding> => ({
  scanId: scanIdOf(scan),
  venue: await venueViewOfScan(venueOf, scan),
  scannedAt: scan.scannedAt,
  by: scan.staffDecision ? 'staff' : 'verdict',
  why: scan.staffDecision ? [boardingReasonText(scan.staffDecision.reason)] : scan.reasons.map(boardingReasonText),
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
