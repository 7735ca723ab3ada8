import type { StaffRole } from '@tongcheng/shared/access';
import type { Network, Venue } from '../network/network';

/** Venues that one member of staff serves: as many as an invitation holds. */
export interface StaffPost {
  readonly postId: string;
  readonly role: StaffRole;
  readonly venueIds: readonly string[];
}

/** Who serves a venue: crew in vehicles, inspectors at stations and docks, and beside them a community worker (W-19). */
export interface StaffPosts {
  at(venueId: string): StaffPost | undefined;
  communityWorkerAt(venueId: string): StaffPost | undefined;
}

const venuesOfOne = 50;
const vehicles: ReadonlySet<Venue['kind']> = new Set(['vehicle', 'carriage', 'ship']);

/** The posts of a network, in the order of its files. */
export const postsOf = ({ venues }: Network): StaffPosts => {
  const real = venues.filter(({ demonstration }) => !demonstration);
  const served = [
    ...postsIn(
      'crew',
      real.filter(({ kind }) => vehicles.has(kind)),
    ),
    ...postsIn(
      'inspector',
      real.filter(({ kind }) => !vehicles.has(kind)),
    ),
  ];
  const [staff, workers] = [byVenue(served), byVenue(postsIn('community-worker', real))];
  return { at: (venueId) => staff.get(venueId), communityWorkerAt: (venueId) => workers.get(venueId) };
};

const postsIn = (role: StaffRole, venues: readonly Venue[]): readonly StaffPost[] =>
  Array.from({ length: Math.ceil(venues.length / venuesOfOne) }, (_, at) => ({
    postId: `${role}-${at}`,
    role,
    venueIds: venues.slice(at * venuesOfOne, (at + 1) * venuesOfOne).map(({ venueId }) => venueId),
  }));

const byVenue = (posts: readonly StaffPost[]): ReadonlyMap<string, StaffPost> =>
  new Map(posts.flatMap((post) => post.venueIds.map((venueId) => [venueId, post] as const)));
