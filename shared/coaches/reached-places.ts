import type { Registered } from './events';
import type { Place } from './wire';

/** Where a coach goes, as its crew said. */
export interface CoachJourney {
  readonly destination: Place;
  readonly stops: readonly Place[];
}

type Leg = Pick<Registered, 'boardsAt' | 'alightsAt'>;

/**
 * Where somebody gets on and off, as places of a journey with so many stops. Whoever said nothing rides the whole way, whoever named a place that the
 * journey does not have rides to its end.
 */
export function legPlaces(
  { boardsAt = 0, alightsAt }: Leg,
  stops: number,
): { readonly on: number; readonly off: number } {
  const last = stops + 1;
  const on = Math.min(boardsAt, stops);
  return { on, off: alightsAt !== undefined && alightsAt > on ? Math.min(alightsAt, last) : last };
}

/** The places that a coach reaches, its stops from 1 on, the destination last. */
const reachedPlaces = ({ destination, stops }: CoachJourney) =>
  [...stops, destination].map((place, index) => ({ place, order: index + 1 }));

/** Cities that a coach reaches, each once. */
export const reachedCities = (journey: CoachJourney): readonly string[] => [
  ...new Set(reachedPlaces(journey).flatMap(({ place }) => place.city ?? [])),
];

/** Whether somebody is aboard when a coach comes to a place of a city: they got on before, and get off there or later. */
export function ridesInto(journey: CoachJourney, city: string, leg: Leg): boolean {
  const { on, off } = legPlaces(leg, journey.stops.length);
  return reachedPlaces(journey).some(({ place, order }) => place.city === city && on < order && off >= order);
}

/** The last place of a city on the journey, by its order; undefined where the coach does not come there. */
export const lastPlaceIn = (journey: CoachJourney, city: string): number | undefined =>
  reachedPlaces(journey).findLast(({ place }) => place.city === city)?.order;

/** Whether somebody gets on or off at a stop of a city on the way. */
export function usesStopIn({ stops }: Pick<CoachJourney, 'stops'>, city: string, leg: Leg): boolean {
  const { on, off } = legPlaces(leg, stops.length);
  return [on, off].some((order) => stops[order - 1]?.city === city);
}

/** Whether somebody gets off at a place of a city. */
export function alightsIn(journey: CoachJourney, city: string, leg: Leg): boolean {
  const { off } = legPlaces(leg, journey.stops.length);
  return reachedPlaces(journey).some(({ place, order }) => place.city === city && order === off);
}
