import { metresBetween, metresFromWay, type Point } from '../rides/distance';
import type { RoughPosition } from '../rides/wire';
import type { CoachMap } from '../venues/coach-settings';
import type { OffRouteBand } from './events';
import type { DepartureManifest } from './manifest';
import type { CoachJourney } from './reached-places';
import { roadsBetween } from './roads-between';
import type { Place } from './wire';

/** A journey with the place that it begins at. */
interface WholeJourney extends CoachJourney {
  readonly origin: Place;
}

/** Besides a phone's own accuracy: centres of cities are rounded to a tenth of a degree, and Chinese phones shift places by up to 700 m. */
const toleranceKm = 10;

const [some, many] = [50, 200];

/**
 * How far from the way of a coach a phone was that registered somebody for it: beyond its cities with their radius, and beside the roads between them.
 * Undefined where it is near enough, and where nothing can be compared: a place of the journey is no city of the map.
 */
export function offRouteOf(
  position: RoughPosition,
  { origin, stops, destination }: WholeJourney,
  map: CoachMap,
): OffRouteBand | undefined {
  const places = [origin, ...stops, destination].map(({ city }) => map.cities.find((each) => each.city === city));
  const known = places.flatMap((place) => place ?? []);
  if (known.length < places.length) return undefined;
  const fromCities = known.map((city) => kmBetween(position, city) - city.radiusKm);
  const fromRoads = known.slice(1).flatMap((to, order) => {
    const from = known[order];
    return from
      ? roadsBetween(map, from, to).map((road) => metresFromWay(road, position) / 1_000 - map.besideRoadKm)
      : [];
  });
  const beyond = Math.min(...fromCities, ...fromRoads) - toleranceKm - position.accuracyMetres / 1_000;
  if (beyond <= 0) return undefined;
  if (beyond < some) return 'under-50-km';
  return beyond < many ? 'under-200-km' : 'over-200-km';
}

/** How many passengers were registered far from the way of their coach, by a registration that holds. */
export const offRouteCount = ({ passengers }: Pick<DepartureManifest, 'passengers'>): number =>
  passengers.filter(({ registrations }) => registrations.some(({ offRoute }) => offRoute !== undefined)).length;

const kmBetween = (one: Point, other: Point): number => metresBetween(one, other) / 1_000;
