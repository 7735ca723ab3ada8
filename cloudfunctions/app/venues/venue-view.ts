import type { VenueView } from '@tongcheng/shared/venues/wire';
import type { VenueRecord } from './records';

/** What a venue shows of itself to riders and staff. */
export const venueView = (venue: VenueRecord): VenueView => ({
  venueId: venue._id,
  city: venue.city,
  mode: venue.mode,
  kind: venue.kind,
  name: venue.name,
  ...(venue.lineId !== undefined && { lineId: venue.lineId }),
  ...(venue.lineName && { lineName: venue.lineName }),
  ...(venue.plate !== undefined && { plate: venue.plate }),
  ...(venue.demonstration && { demonstration: true }),
});
