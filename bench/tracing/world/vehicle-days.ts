import type { Dice } from '@tongcheng/city/chance';
import type { LinePlan } from './line-plans';

/** From when to when a vehicle stands at a stop. */
interface Stay {
  readonly arrivesAt: number;
  readonly departsAt: number;
}

/** A stop of one run: as the timetable has it, and as it was. */
export interface Stopping {
  /** In the order of the vehicle's day. */
  readonly number: number;
  readonly stopId: string;
  readonly planned: Stay;
  readonly actual: Stay;
}

/** A vehicle's way from one end of its line to the other. */
export interface Run {
  readonly runId: string;
  readonly vehicleId: string;
  readonly line: LinePlan;
  readonly isForward: boolean;
  readonly stoppings: readonly Stopping[];
}

const hour = 3_600_000;
const [firstRunHour, lastRunHour] = [6, 22];

/** All runs of a line on a day that begins at `midnight`. Traffic slows stretches by chance; a vehicle that is late leaves its end as soon as it can. */
export function runsOf(line: LinePlan, midnight: number, dice: Dice): readonly Run[] {
  const oneWay = (line.stopIds.length - 1) * (line.travelSeconds + line.dwellSeconds) + line.layoverSeconds;
  return Array.from({ length: line.vehicles }, (_, at) => {
    const headway = (2 * oneWay * 1_000) / line.vehicles;
    return vehicleDay(line, at, midnight + firstRunHour * hour + at * headway, oneWay * 1_000, midnight, dice);
  }).flat();
}

function vehicleDay(line: LinePlan, at: number, first: number, oneWay: number, midnight: number, dice: Dice) {
  const runs: Run[] = [];
  let readyAt = first;
  let number = 0;
  for (let planned = first; planned < midnight + lastRunHour * hour; planned += oneWay) {
    const leaves = Math.max(planned, readyAt) + dice.below(line.isPunctual ? 15_000 : 45_000);
    const run = runFrom(line, at, { planned, leaves, number, turn: runs.length }, dice);
    runs.push(run);
    number += run.stoppings.length;
    readyAt = (run.stoppings.at(-1)?.actual.arrivesAt ?? leaves) + 90_000;
  }
  return runs;
}

function runFrom(
  line: LinePlan,
  at: number,
  start: { readonly planned: number; readonly leaves: number; readonly number: number; readonly turn: number },
  dice: Dice,
): Run {
  const isForward = start.turn % 2 === 0;
  const stopIds = isForward ? line.stopIds : line.stopIds.toReversed();
  const vehicleId = `${line.lineId}-v${at}`;
  let planned = start.planned;
  let actual = start.leaves;
  const stoppings = stopIds.map((stopId, place) => {
    const isEnd = place === 0 || place === stopIds.length - 1;
    const [dwell, stood] = isEnd ? [0, 0] : [line.dwellSeconds * 1_000, dwellOf(line, dice)];
    const boardingMs = place === 0 ? Math.min(line.layoverSeconds, line.dwellSeconds) * 1_000 : 0;
    const stopping = {
      ...{ number: start.number + place, stopId },
      planned: { arrivesAt: planned - boardingMs, departsAt: planned + dwell },
      actual: {
        arrivesAt: actual - boardingMs,
        departsAt: Math.max(actual + stood, line.isPunctual ? planned + dwell : 0),
      },
    };
    planned = stopping.planned.departsAt + line.travelSeconds * 1_000;
    actual = stopping.actual.departsAt + travelled(line, dice);
    return stopping;
  });
  return { runId: `${vehicleId}-${start.turn}`, vehicleId, line, isForward, stoppings };
}

/** On a free track a little faster than planned; on the road by the traffic. */
const travelled = ({ travelSeconds, isPunctual }: LinePlan, dice: Dice): number =>
  Math.round(travelSeconds * 1_000 * (isPunctual ? 0.9 + 0.12 * dice.next() : 0.84 + 0.32 * dice.next()));

const dwellOf = ({ dwellSeconds }: LinePlan, dice: Dice): number =>
  Math.round(dwellSeconds * 1_000 * (0.6 + 0.8 * dice.next()));
