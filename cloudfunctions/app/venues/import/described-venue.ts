import { postingOf } from '@tongcheng/shared/venues/postings';
import type { VenueFacts } from '@tongcheng/shared/venues/venue-file';
import type { VenueRecord } from '../records';

/** The part of a venue's record that the city's file decides; the rest is the state of its code. */
export type DescribedVenue = Omit<
  VenueRecord,
  'serial' | 'shortCode' | 'generation' | 'issuedAt' | 'revoked' | 'revokedReason'
>;

/** The venue that a row of a city's file describes. */
export const describedVenue = (city: string, { id, ...facts }: VenueFacts): DescribedVenue => ({
  _id: `${city}-${id}`,
  city,
  ...facts,
  postings: postingOf(facts.mode, facts.kind).places,
});

/** Whether a stored venue says already what the file says. */
export const sameVenue = (stored: DescribedVenue, described: DescribedVenue): boolean =>
  described.city === stored.city && essence(stored) === essence(described);

function essence(venue: DescribedVenue): string {
  const { mode, kind, name, lineId, lineName, plate, lat, lng, postings, demonstration } = venue;
  const texts = [name, ...(lineName ? [lineName] : []), ...postings].map(({ zh, en }) => [zh, en]);
  return JSON.stringify([mode, kind, lineId, plate, lat, lng, demonstration, texts]);
}
