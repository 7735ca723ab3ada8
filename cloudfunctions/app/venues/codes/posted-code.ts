import { rideLink } from '@tongcheng/shared/venues/ride-code';
import type { VenueRecord } from '../records';
import type { CodeSigner } from './code-signer';

/** The link inside the QR code of a venue, as it is posted now. */
export const postedLink = (signer: CodeSigner, publicUrl: string, venue: VenueRecord): string =>
  rideLink(
    publicUrl,
    signer.sign({
      demonstration: venue.demonstration === true,
      city: venue.city,
      serial: venue.serial,
      generation: venue.generation,
    }),
  );
