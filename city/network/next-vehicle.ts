import type { Instant } from '@tongcheng/shared/time';
import type { Line, Venue } from './network';

/** A vehicle that a rider takes between two stops of a line. */
export interface Passage {
  /** The vehicle's venues: one, or the carriages of a train. */
  readonly vehicle: readonly Venue[];
  readonly boardsAt: Instant;
  readonly alightsAt: Instant;
}

const turnaroundSeconds = 300;
const maxWaitSeconds = 720;

/**
 * The vehicle that comes next at stop `from` towards stop `to`. A line's vehicles go round at even distances, so riders
 * of one moment share one. Where the files name too few vehicles for a headway people would wait for, the next comes sooner.
 */
export const nextVehicle = (line: Line, from: number, to: number, at: Instant): Passage | undefined => {
  const [start, end, last] = [line.stops[from], line.stops[to], line.stops[line.stops.length - 1]];
  if (!start || !end || !last || from === to) return undefined;
  const round = 2 * (last.atSeconds + turnaroundSeconds);
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
