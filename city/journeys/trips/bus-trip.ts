import type { Line } from '../../network/network';
import { nextVehicle } from '../../network/next-vehicle';
import { aMoment, type Outing, scanAt, shortestRideMs, type Trip, trueEnd } from '../outing';

/** W-10: the vehicle's code before boarding and again before alighting. */
export const busTrip = (outing: Outing, lines: readonly Line[]): Trip | undefined => {
  const { dice, person } = outing;
  const line = lineOf(outing, lines);
  const ends = line && stopsOf(outing, line);
  const passage = ends && nextVehicle(line, ends.from, ends.to, outing.at);
  const vehicle = passage?.vehicle[0];
  if (!passage || !vehicle) return undefined;
  const boarded = scanAt(vehicle, passage.boardsAt - dice.below(4_000), 'board');
  const alightsAt = Math.max(passage.alightsAt, boarded.at + shortestRideMs + 30_000);
  const forgot = dice.happens(person.habits.forgetsSecondScan);
  const alighted = scanAt(vehicle, alightsAt - aMoment(dice), 'alight');
  return {
    scans: forgot ? [boarded] : [boarded, alighted],
    endsAt: alightsAt,
    secondScansDue: 1,
    secondScansForgotten: forgot ? 1 : 0,
    trueEnds: [trueEnd(boarded, alightsAt)],
  };
};

/** People ride their own line to work and any line else. */
function lineOf({ dice, person, way }: Outing, lines: readonly Line[]): Line | undefined {
  if (lines.length === 0) return undefined;
  return way === 'anywhere' ? dice.pick(lines) : lines[Math.floor(person.habits.homeAt * lines.length)];
}

/** Three to fifteen stops, there in the morning and the same ones back. */
function stopsOf({ dice, person, way }: Outing, { stops }: Line): { readonly from: number; readonly to: number } {
  const { homeAt, workAt } = person.habits;
  const isCommute = way !== 'anywhere';
  const length = Math.min(stops.length - 1, 3 + Math.floor((isCommute ? workAt : dice.next()) * 12));
  const start = Math.floor((isCommute ? (homeAt * 997) % 1 : dice.next()) * (stops.length - length));
  const there = isCommute ? way === 'to-work' : dice.happens(0.5);
  return there ? { from: start, to: start + length } : { from: start + length, to: start };
}
