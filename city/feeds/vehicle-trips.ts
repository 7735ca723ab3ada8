import { type Day, dayMs, dayStart, type Instant } from '@tongcheng/shared/time';
import type { Line, Network } from '../network/network';
import { roundSeconds, turnaroundSeconds, waitsTooLong } from '../network/next-vehicle';

/** A stop of a simulated vehicle. */
interface TripStop {
  readonly stopId: string;
  readonly arrivesAt: Instant;
  readonly departsAt: Instant;
}

/** A trip of a simulated vehicle from one end of its line to the other. */
export interface VehicleTrip {
  readonly tripId: string;
  readonly lineId: string;
  readonly stops: readonly TripStop[];
}

/** Doors are open for so long. */
const standsMs = 20_000;

/** The line of a vehicle, and which of its vehicles it is. A vehicle is named as its venue, without the city; a train by what its carriages share. */
export function vehicleNamed(
  { city, lines }: Network,
  vehicle: string,
): { readonly line: Line; readonly index: number } | undefined {
  for (const line of lines) {
    const index = vehicleNames({ city }, line).indexOf(vehicle);
    if (index >= 0) return { line, index };
  }
  return undefined;
}

/** The names of a line's vehicles, in the order in which they follow one another. */
export const vehicleNames = ({ city }: Pick<Network, 'city'>, { vehicles }: Line): readonly string[] =>
  vehicles.map(([first]) => {
    const name = (first?.venueId ?? '').slice(city.length + 1);
    return first?.kind === 'carriage' ? name.replace(/-[^-]+$/, '') : name;
  });

/**
 * The trips that a vehicle begins on a day, where the city's riders meet it (`nextVehicle`): vehicles go round at even distances, day and night. None of
 * a line with so few vehicles that riders are let to meet one sooner than it can be there.
 */
export function tripsOn(line: Line, index: number, day: Day): readonly VehicleTrip[] {
  const last = line.stops.at(-1)?.atSeconds ?? 0;
  if (waitsTooLong(line)) return [];
  const round = roundSeconds(line) * 1_000;
  const phase = -index * (round / line.vehicles.length);
  const begins = dayStart(day);
  const trips: VehicleTrip[] = [];
  for (let turn = Math.floor((begins - phase) / round) - 1; phase + turn * round < begins + dayMs; turn += 1) {
    const start = phase + turn * round;
    const back = start + (last + turnaroundSeconds) * 1_000;
    const out = line.stops.map(({ stopId, atSeconds }) => stopAt(stopId, start + atSeconds * 1_000));
    const home = line.stops
      .map(({ stopId, atSeconds }) => stopAt(stopId, back + (last - atSeconds) * 1_000))
      .toReversed();
    for (const [way, stops] of [
      ['out', out],
      ['back', home],
    ] as const)
      if (dayOfTrip(stops) === begins)
        trips.push({ tripId: `${line.lineId}-${index}-${turn}-${way}`, lineId: line.lineId, stops });
  }
  return trips;
}

const stopAt = (stopId: string, at: number): TripStop => ({
  stopId,
  arrivesAt: Math.round(at),
  departsAt: Math.round(at) + standsMs,
});

function dayOfTrip([first]: readonly TripStop[]): Instant | undefined {
  const offset = dayStart('2026-01-01');
  return first && Math.floor((first.arrivesAt - offset) / dayMs) * dayMs + offset;
}
