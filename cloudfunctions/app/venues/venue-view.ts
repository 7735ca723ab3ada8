import type { VenueView } from '@tongcheng/shared/venues/wire';
import type { VenueRecord } from './records';

/** Of records that are cached for a while: a full bus asks for the same one again and again. */
const views = new WeakMap<VenueRecord, VenueView>();

/** What a venue shows of itself to riders and staff. */
export const venueView = (venue: VenueRecord): VenueView => {
  const known = views.get(venue);
  if (known) return known;
  const view = viewOf(venue);
  views.set(venue, view);
  return view;
};

const viewOf = (venue: VenueRecord): VenueView => ({
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
