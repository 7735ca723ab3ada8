import type { Text } from '@tongcheng/shared/text';
import { modes, type VenueKind } from '@tongcheng/shared/venues/kinds';
import type { Network, Venue } from './network/network';
import type { Posters } from './riders/rider-needs';

/** A posted ride code as the poster wall shows it; the same shape as in console/src/wall. */
interface WallPoster extends Pick<Venue, 'venueId' | 'mode' | 'kind' | 'name' | 'lineName' | 'plate'> {
  readonly link: string;
  readonly shortCode: string;
}

/** `GET /city/wall.json`: a handful of posters of each mode first, then all others, to be found by search. */
export interface Wall {
  readonly city: string;
  readonly name: Text;
  readonly posters: readonly WallPoster[];
  readonly addresses: {
    readonly rider?: string;
    readonly verify?: string;
    readonly console?: string;
    readonly mail?: string;
    readonly docs?: string;
  };
}

/** The codes as they hang, with the short code printed under each. */
export interface WallPosters extends Posters {
  shortCodeOf(venueId: string): string;
}

const handful = 2;

/** The wall of a city: two posters of each kind of venue of each mode come first. Venues without a code are left out. */
export const wallOf = (network: Network, posters: WallPosters, page: Pick<Wall, 'name' | 'addresses'>): Wall => {
  const ordered = modes.flatMap((mode) => handfulFirst(network.venues.filter((venue) => venue.mode === mode)));
  const [shown, others] = [ordered.filter(({ isFirst }) => isFirst), ordered.filter(({ isFirst }) => !isFirst)];
  return {
    city: network.city,
    ...page,
    posters: [...shown, ...others].flatMap(({ venue }) => posterOf(venue, posters)),
  };
};

function handfulFirst(venues: readonly Venue[]): readonly { readonly venue: Venue; readonly isFirst: boolean }[] {
  const seen = new Map<VenueKind, number>();
  return venues.map((venue) => {
    const count = seen.get(venue.kind) ?? 0;
    seen.set(venue.kind, count + 1);
    return { venue, isFirst: count < handful };
  });
}

function posterOf(venue: Venue, posters: WallPosters): readonly WallPoster[] {
  const { venueId, mode, kind, name, lineName, plate } = venue;
  const link = posters.codeOf(venueId);
  if (link === undefined) return [];
  const shortCode = posters.shortCodeOf(venueId);
  return [{ venueId, mode, kind, name, link, shortCode, ...(lineName && { lineName }), ...(plate && { plate }) }];
}
