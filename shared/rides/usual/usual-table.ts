import { metresBetween } from '../distance';
import { roleOf } from '../replay/venue-role';
import type { ScanFacts } from '../scan-facts';

/** How long rides of one kind take, from those of which scans prove both ends (W-34). Whole minutes, rounded up. */
export interface UsualDuration {
  /** Half of them took no longer. */
  readonly medianMinutes: number;
  /** 95 of 100 took no longer. */
  readonly boundMinutes: number;
}

/** The rides of one kind in a city, see {@link durationKeys}. */
export interface UsualCell extends UsualDuration {
  readonly key: string;
  readonly rides: number;
}

/** Wide enough for a city of some hundred stations to have rides in each, narrow enough for a few minutes of travel. */
const bandKm = 2;

/** A city's usual durations by key. */
export type UsualTable = ReadonlyMap<string, UsualDuration>;

/** What else a rider scanned on the day says where a ride went: where they were next, else where they had set out in the morning. */
export interface Around {
  readonly next?: ScanFacts | undefined;
  readonly first?: ScanFacts | undefined;
}

/**
 * Under which keys a ride's duration is learned and looked up, the most telling first: of the two places, of places as far apart, of the line,
 * of the mode. A stay behind an entry is of another kind than a ride in a vehicle.
 */
export function durationKeys(start: ScanFacts, around: Around): readonly string[] {
  const kind = `${start.mode}.${isEntry(start) ? 'stay' : 'ride'}`;
  return [
    ...pairKeys(start, around).map((pair) => `${kind}.${pair}`),
    ...(start.lineId === undefined ? [] : [`${kind}.${start.lineId}`]),
    kind,
  ];
}

/** What is usual for a ride that began so; undefined where the city has too few of the kind. */
export function usualFor(table: UsualTable, start: ScanFacts, around: Around): UsualDuration | undefined {
  for (const key of durationKeys(start, around)) {
    const found = table.get(key);
    if (found) return found;
  }
  return undefined;
}

function pairKeys(start: ScanFacts, { next, first }: Around): readonly string[] {
  const [other, sign] = next ? [next, '>'] : [first, '<'];
  if (!other) return [];
  const [here, there] = [placeOf(start), placeOf(other)];
  if (here === undefined || there === undefined || here === there) return [];
  const apart = bandBetween(start, other);
  return [`${here}${sign}${there}`, ...(apart === undefined ? [] : [`${sign}${apart}km`])];
}

const isEntry = ({ mode, venueKind }: ScanFacts): boolean => roleOf(mode, venueKind) === 'entry';

/** What stands still is a place; of what moves its line says where it goes. */
const placeOf = (scan: ScanFacts): string | undefined => (isEntry(scan) ? scan.venueId : scan.lineId);

/** Kilometres between two places that stand still, in bands: pairs of which there are few go with others as far apart. */
function bandBetween({ lat, lng }: ScanFacts, other: ScanFacts): number | undefined {
  if (lat === undefined || lng === undefined || other.lat === undefined || other.lng === undefined) return undefined;
  const km = metresBetween({ lat, lng }, { lat: other.lat, lng: other.lng }) / 1_000;
  return Math.floor(km / bandKm) * bandKm;
}
