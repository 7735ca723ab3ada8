import { minuteMs } from '@tongcheng/shared/time';
import type { Dock, Venue } from '../../network/network';
import { nextVehicle } from '../../network/next-vehicle';
import { aMoment, type Outing, scanAt, shortestRideMs, type Trip, trueEnd } from '../outing';

/** W-14: the window's code with a ticket or the gate's with a card, then the ship's at the cabin door; an exit scan is welcome. */
export const ferryTrip = ({ dice, at }: Outing, docks: readonly Dock[]): Trip | undefined => {
  if (docks.length === 0) return undefined;
  const dock = dice.pick(docks);
  const entrance = entranceOf(dock, dice.happens(0.4), dice.below);
  const here = dock.line.stops.findIndex((stop) => stop.stopId === dock.stopId);
  const there = here === 0 ? dock.line.stops.length - 1 : here - 1;
  const passage = nextVehicle(dock.line, here, there, at + 2 * minuteMs);
  const ship = passage?.vehicle[0];
  if (!entrance || !passage || !ship) return undefined;
  const boarded = scanAt(ship, passage.boardsAt, 'board');
  const landsAt = Math.max(passage.alightsAt, boarded.at + shortestRideMs + minuteMs);
  const exit = dice.happens(0.35) ? [scanAt(ship, landsAt - aMoment(dice), 'alight')] : [];
  const entered = scanAt(entrance, at, 'enter');
  const trueEnds = [trueEnd(entered, landsAt), trueEnd(boarded, landsAt)];
  const acts = [entered, boarded, ...exit];
  return { scans: acts, endsAt: landsAt, secondScansDue: 0, secondScansForgotten: 0, trueEnds };
};

function entranceOf({ windows, gates }: Dock, buys: boolean, below: (limit: number) => number): Venue | undefined {
  const first = buys ? windows : gates;
  const choice = first.length > 0 ? first : [...windows, ...gates];
  return choice[below(choice.length)];
}
