import type { WallPosters } from '@tongcheng/city/wall';
import { codeSignerOf } from '@tongcheng/cloudfunctions/app/venues/codes/code-signer';
import { postedLink } from '@tongcheng/cloudfunctions/app/venues/codes/posted-code';
import { venues } from '@tongcheng/cloudfunctions/app/venues/records';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';

interface Posted {
  readonly link: string;
  readonly shortCode: string;
  readonly revoked: boolean;
}

/** The codes as they hang in the simulated city; read anew so that replaced ones are found. */
export interface StreetPosters extends WallPosters {
  readAgain(): Promise<void>;
}

/** Reads the posted codes of a city out of the store. */
export async function readPosters(needs: Container, city: string): Promise<StreetPosters> {
  let posted = await read(needs, city);
  const hanging = (venueId: string) => {
    const found = posted.get(venueId);
    return found?.revoked ? undefined : found;
  };
  return {
    codeOf: (venueId) => hanging(venueId)?.link,
    shortCodeOf: (venueId) => hanging(venueId)?.shortCode ?? '',
    revokedCodes: () => [...posted.values()].filter(({ revoked }) => revoked).map(({ link }) => link),
    readAgain: async () => {
      posted = await read(needs, city);
    },
  };
}

async function read({ store, keys, publicUrl }: Container, city: string): Promise<ReadonlyMap<string, Posted>> {
  const signer = await codeSignerOf(keys);
  const posted = new Map<string, Posted>();
  for await (const batch of store.stream(venues, { where: { city } }))
    for (const venue of batch)
      posted.set(venue._id, {
        link: postedLink(signer, publicUrl, venue),
        shortCode: venue.shortCode,
        revoked: venue.revoked,
      });
  return posted;
}
