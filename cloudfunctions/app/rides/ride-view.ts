import type { Ride } from '@tongcheng/shared/rides/ride';
import type { RideView } from '@tongcheng/shared/rides/wire';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import type { VenueOf } from '../venues/venue-of';
import { venueView } from '../venues/venue-view';
import { type ScanRecord, scanIdOf } from './scan-record';

/** A ride as its rider sees it. */
export const rideView = async (venueOf: VenueOf, ride: Ride<ScanRecord>): Promise<RideView> => ({
  venue: await placeView(venueOf, ride.place),
  from: ride.from,
  ...(ride.to !== undefined && { to: ride.to }),
  inferred: [...ride.inferred],
  ...(ride.closedBy && { closedBy: ride.closedBy }),
  scanIds: ride.scans.map(scanIdOf),
});

/** A venue that is no longer kept is shown by its id. */
async function placeView(venueOf: VenueOf, { venueId, city, mode, venueKind, lineId }: ScanRecord): Promise<VenueView> {
  const venue = await venueOf(venueId);
  if (venue) return venueView(venue);
  const name = { zh: venueId, en: venueId };
  return { venueId, city, mode, kind: venueKind, name, ...(lineId !== undefined && { lineId }) };
}
