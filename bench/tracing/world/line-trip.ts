import type { Dice } from '@tongcheng/city/chance';
import type { LinePlan } from './line-plans';
import type { TrueRide, WorldScan, WorldTrip } from './true-ride';
import type { Run, Stopping } from './vehicle-days';

/** One stretch of a trip: from which stop to which on one line. */
export interface Stretch {
  readonly line: LinePlan;
  readonly from: number;
  readonly to: number;
}

/** Somebody on their way. */
interface Walker {
  readonly rider: string;
  readonly at: number;
  readonly dice: Dice;
  readonly runs: readonly Run[];
}

/** A trip by what runs on lines; undefined where nothing comes any more. A change of trains needs no second entry. */
export function lineTrip(walker: Walker, stretches: readonly Stretch[]): WorldTrip | undefined {
  const rides: TrueRide[] = [];
  const scans: WorldScan[] = [];
  let at = walker.at;
  for (const [turn, stretch] of stretches.entries()) {
    if (stretch.line.hasStations && turn === 0) {
      scans.push(entryScan(stretch, at, walker.dice));
      at += 25_000 + walker.dice.below(100_000);
    }
    const caught = catchRun(walker.runs, stretch, at);
    if (!caught) return undefined;
    const ride = rideIn(walker, caught, stretch);
    rides.push(ride);
    scans.push(...scansOf(ride, caught, stretch.line, walker.dice));
    at = ride.alightedAt + 60_000 + walker.dice.below(120_000);
  }
  return { rides, scans, endsAt: at };
}

interface Caught {
  readonly run: Run;
  readonly board: Stopping;
  readonly alight: Stopping;
}

/** The first run that still stands or comes after `at`. */
function catchRun(runs: readonly Run[], { line, from, to }: Stretch, at: number): Caught | undefined {
  let first: Caught | undefined;
  const [fromId, toId] = [line.stopIds[from], line.stopIds[to]];
  for (const run of runs) {
    if (run.line !== line || run.isForward !== to > from) continue;
    const board = run.stoppings.find(({ stopId }) => stopId === fromId);
    const alight = run.stoppings.find(({ stopId }) => stopId === toId);
    if (!board || !alight || board.actual.departsAt < at + 5_000) continue;
    if (!first || board.actual.departsAt < first.board.actual.departsAt) first = { run, board, alight };
  }
  return first;
}

function rideIn({ rider, dice, at }: Walker, { run, board, alight }: Caught, { line }: Stretch): TrueRide {
  const stands = Math.max(at, board.actual.arrivesAt);
  const boardedAt = Math.min(board.actual.departsAt, stands + dice.below(12_000));
  const placeId = line.carriages > 0 ? `${run.vehicleId}-c${dice.below(line.carriages)}` : run.vehicleId;
  return {
    ...{ rider, mode: line.mode, placeId, runId: run.runId, boarding: board.number, alighting: alight.number },
    ...{ boardedAt, alightedAt: alight.actual.arrivesAt + 2_000 + dice.below(8_000) },
  };
}

/** Where a stop is: lines run straight, their stops some 700 metres apart, so that pairs of stations are some way from each other; bus lines beside one another. */
export const pointOf = ({ lineId, mode }: LinePlan, at: number) =>
  lineId === 'metro-e'
    ? { lat: 30.54, lng: 114.27 + at * 0.0073 }
    : { lat: 30.5 + at * 0.0063, lng: mode === 'bus' ? 114.2 + 0.035 * Number(lineId.slice(4)) : 114.3 };

function entryScan({ line, from }: Stretch, scannedAt: number, dice: Dice): WorldScan {
  const ferry = line.mode === 'ferry';
  const venueKind = ferry ? (dice.happens(0.4) ? 'dock-window' : 'dock-gate') : 'station';
  const venueId = `${line.stopIds[from]}${ferry ? `-${venueKind}` : ''}`;
  return { scannedAt, venueId, mode: line.mode, venueKind, party: 1, ...pointOf(line, from) };
}

function scansOf(ride: TrueRide, { board, alight }: Caught, line: LinePlan, dice: Dice): readonly WorldScan[] {
  const { placeId: venueId } = ride;
  const venueKind = line.carriages > 0 ? 'carriage' : line.mode === 'ferry' ? 'ship' : 'vehicle';
  const here = { venueId, mode: line.mode, venueKind, lineId: line.lineId, party: 1 } as const;
  const leaving: WorldScan = { ...here, scannedAt: leavingAt(alight, dice), madeAbove: dice.next() };
  if (line.hasStations && line.mode !== 'ferry') return [leaving];
  return [{ ...here, scannedAt: boardingAt(ride.boardedAt, board, dice) }, leaving];
}

/** Most scan at the door; some sit down first, when the vehicle is under way again. */
function boardingAt(boardedAt: number, { actual }: Stopping, dice: Dice): number {
  return dice.happens(0.15) ? actual.departsAt + dice.below(38_000) : boardedAt + dice.below(3_000);
}

/** Most scan on the last stretch; some at the door, when others get on already. */
function leavingAt({ actual }: Stopping, dice: Dice): number {
  const stood = Math.max(4_000, actual.departsAt - actual.arrivesAt);
  return dice.happens(0.2) ? actual.arrivesAt + dice.below(stood) : actual.arrivesAt - 4_000 - dice.below(34_000);
}
