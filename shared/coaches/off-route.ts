import { metresBetween, type Point } from '../rides/distance';
import type { RoughPosition } from '../rides/wire';
import type { CoachMap } from '../venues/coach-settings';
import type { OffRouteBand } from './events';
import type { DepartureManifest } from './manifest';
import type { CoachJourney } from './reached-places';
import { type Road, roadsBetween } from './roads-between';
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
    return from ? roadsBetween(map, from, to).map((road) => kmFromRoad(position, road) - map.besideRoadKm) : [];
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

const kmOfDegree = 111.2;

/** From a point to the nearest point of a straight road. Drawn flat around the point itself, so that what is near it is right. */
function kmFromRoad({ lat, lng }: Point, road: Road): number {
  const eastward = Math.cos((lat * Math.PI) / 180);
  const flat = (end: Point) => [(end.lng - lng) * eastward * kmOfDegree, (end.lat - lat) * kmOfDegree] as const;
  const [[fromX, fromY], [toX, toY]] = [flat(road[0]), flat(road[1])];
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const length = alongX * alongX + alongY * alongY;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(fromX * alongX + fromY * alongY) / length));
  return Math.hypot(fromX + share * alongX, fromY + share * alongY);
}
