import type { DepartureManifest } from './manifest';
import { legPlaces } from './reached-places';

/** How many get on and off at one place of a journey. */
export interface PlaceFigures {
  readonly on: number;
  readonly off: number;
}

/** How many get on and off at the origin, each of so many stops and the destination. */
export function placeFigures(
  { passengers }: Pick<DepartureManifest, 'passengers'>,
  stops: number,
): readonly PlaceFigures[] {
  const legs = passengers.filter(({ onArrival }) => !onArrival).map(({ best }) => legPlaces(best, stops));
  return Array.from({ length: stops + 2 }, (_, place) => ({
    on: legs.filter(({ on }) => on === place).length,
    off: legs.filter(({ off }) => off === place).length,
  }));
}
