import { metresBetween } from './distance';

/** A count of people at one place is not given below this, but for none at all: a few people at a place are soon known by name. */
export const fewestShown = 5;

/** Where a place is, in degrees; unknown for some. */
interface Located {
  readonly lat?: number;
  readonly lng?: number;
}

/**
 * Places of a line in its order, with those that it shares with other lines put where the way over them is shortest. `own` are in the line's
 * order. A shared place of which nobody knows where it is comes at the end.
 */
export const placesAlong = <T extends Located>(own: readonly T[], shared: readonly T[]): readonly T[] =>
  shared.reduce<readonly T[]>((along, place) => along.toSpliced(bestPlace(along, place), 0, place), own);

function bestPlace<T extends Located>(along: readonly T[], place: T): number {
  const detours = [...along, undefined].map((next, at) => {
    const before = along[at - 1];
    const through = (before ? apart(before, place) : 0) + (next ? apart(place, next) : 0);
    return through - (before && next ? apart(before, next) : 0);
  });
  const least = Math.min(...detours.filter(Number.isFinite));
  return Number.isFinite(least) ? detours.indexOf(least) : along.length;
}

function apart(one: Located, other: Located): number {
  const [a, b] = [pointOf(one), pointOf(other)];
  return a && b ? metresBetween(a, b) : Number.POSITIVE_INFINITY;
}

const pointOf = ({ lat, lng }: Located) => (lat === undefined || lng === undefined ? undefined : { lat, lng });
