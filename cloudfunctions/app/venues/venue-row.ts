import type { VenueRow } from '@tongcheng/shared/venues/wire';
import type { CodeSigner } from './codes/code-signer';
import { postedLink } from './codes/posted-code';
import type { VenueRecord } from './records';
import { venueView } from './venue-view';

/** A venue in the console's list, with the state of its posted code. */
export const venueRow = (signer: CodeSigner, publicUrl: string, venue: VenueRecord): VenueRow => ({
  ...venueView(venue),
  code: {
    shortCode: venue.shortCode,
    link: postedLink(signer, publicUrl, venue),
    issuedAt: venue.issuedAt,
    generation: venue.generation,
    revoked: venue.revoked,
    ...(venue.revokedReason !== undefined && { revokedReason: venue.revokedReason }),
  },
});
