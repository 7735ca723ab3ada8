import type { Instant } from '@tongcheng/shared/time';
import type { Line, Venue } from './network';

/** A vehicle that a rider takes between two stops of a line. */
export interface Passage {
  /** The vehicle's venues: one, or the carriages of a train. */
  readonly vehicle: readonly Venue[];
  readonly boardsAt: Instant;
  readonly alightsAt: Instant;
}

/** Seconds that a vehicle rests at either end of its line. */
export const turnaroundSeconds = 300;
const maxWaitSeconds = 720;

/** Seconds in which a vehicle of a line is back where it was. */
export const roundSeconds = ({ stops }: Line): number => 2 * ((stops.at(-1)?.atSeconds ?? 0) + turnaroundSeconds);

/** Whether a line has so few vehicles that riders are let to meet one sooner than it can be there. */
export const waitsTooLong = (line: Line): boolean =>
  roundSeconds(line) / Math.max(1, line.vehicles.length) > maxWaitSeconds;

/**
 * The vehicle that comes next at stop `from` towards stop `to`. A line's vehicles go round at even distances, so riders
 * of one moment share one. Where the files name too few vehicles for a headway people would wait for, the next comes sooner.
 */
export const nextVehicle = (line: Line, from: number, to: number, at: Instant): Passage | undefined => {
  const [start, end] = [line.stops[from], line.stops[to]];
  if (!start || !end || from === to) return undefined;
  const round = roundSeconds(line);
  const place = to > from ? start.atSeconds : round - turnaroundSeconds - start.atSeconds;
  const { index, waitSeconds } = nextAt(line.vehicles.length, round, place - at / 1_000);
  const vehicle = line.vehicles[index];
  if (!vehicle) return undefined;
  const boardsAt = at + Math.round(Math.min(waitSeconds, maxWaitSeconds) * 1_000);
  return { vehicle, boardsAt, alightsAt: boardsAt + Math.abs(end.atSeconds - start.atSeconds) * 1_000 };
};

function nextAt(count: number, round: number, ahead: number): { readonly index: number; readonly waitSeconds: number } {
  const headway = round / Math.max(1, count);
  const rest = ((ahead % round) + round) % round;
  const index = Math.min(Math.floor(rest / headway), count - 1);
  const waitSeconds = rest - index * headway;
  return { index, waitSeconds: waitSeconds > maxWaitSeconds ? waitSeconds % maxWaitSeconds : waitSeconds };
}
