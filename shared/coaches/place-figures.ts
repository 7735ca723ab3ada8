import type { DepartureManifest } from './manifest';

/** How many get on and off at one place of a journey. */
export interface PlaceFigures {
  readonly on: number;
  readonly off: number;
}

/**
 * How many get on and off at the origin, each of so many stops and the destination. Whoever said nothing rides the whole way, whoever named a place
 * that the journey does not have rides to its end.
 */
export function placeFigures(
  { passengers }: Pick<DepartureManifest, 'passengers'>,
  stops: number,
): readonly PlaceFigures[] {
  const last = stops + 1;
  const legs = passengers
    .filter(({ onArrival }) => !onArrival)
    .map(({ best: { boardsAt = 0, alightsAt = last } }) => {
      const on = Math.min(boardsAt, stops);
      return { on, off: alightsAt > on ? Math.min(alightsAt, last) : last };
    });
  return Array.from({ length: stops + 2 }, (_, place) => ({
    on: legs.filter(({ on }) => on === place).length,
    off: legs.filter(({ off }) => off === place).length,
  }));
}
