import { metresBetween } from '../../rides/distance';
import { hourMs } from '../../time';
import type { CityPlace } from '../../venues/city-settings';

/** Nobody gets from one city to another faster, aeroplanes and their airports included. */
const fastestKmPerHour = 800;

/** Whether two scans so far apart in time cannot be of one person, one in each of two cities. */
export const isTooSoon = (here: CityPlace, there: CityPlace, apartMs: number): boolean =>
  kmFromEdgeToEdge(here, there) > fastestKmPerHour * (Math.abs(apartMs) / hourMs);

/** Of cities that touch it is less than none. */
function kmFromEdgeToEdge(here: CityPlace, there: CityPlace): number {
  return metresBetween(here, there) / 1_000 - here.radiusKm - there.radiusKm;
}
