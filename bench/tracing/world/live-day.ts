import { type Dice, diceOf } from '@tongcheng/city/chance';
import { type LinePlan, linePlans } from './line-plans';
import { lineTrip, type Stretch } from './line-trip';
import { type Cars, newCars, taxiTrips } from './taxi-trip';
import type { RiderDay, TrueRide, WorldScan, WorldTrip } from './true-ride';
import { type Run, runsOf } from './vehicle-days';

/** A day of a world: what was really ridden, what everybody would scan who forgets nothing, and how the vehicles ran. */
export interface WorldDay {
  readonly riders: readonly RiderDay[];
  readonly runs: readonly Run[];
}

const hour = 3_600_000;
const modeWeights = [
  ['bus', 34],
  ['metro', 28],
  ['tram', 9],
  ['brt', 9],
  ['ferry', 6],
  ['taxi', 14],
] as const;
type WayMode = (typeof modeWeights)[number][0];

interface Living {
  readonly midnight: number;
  readonly dice: Dice;
  readonly runs: readonly Run[];
  readonly cars: Cars;
  readonly trips: Map<string, WorldTrip[]>;
}

/** Lives a day: most ride to work and back between the same two places, some ride anywhere; a few take a taxi together. */
export function liveDay(seed: string, day: string, count: number): WorldDay {
  const midnight = Date.parse(`${day}T00:00:00+08:00`);
  const dice = diceOf(seed, day);
  const runs = linePlans.flatMap((line) => runsOf(line, midnight, dice));
  const living: Living = { midnight, dice, runs, cars: newCars(Math.ceil(count / 25)), trips: new Map() };
  const riders = Array.from({ length: count }, (_, at) => `r${at}`);
  for (const start of startsOf(seed, riders, dice)) setOut(living, start, riders);
  return { riders: riders.map((rider) => riderDay(rider, living.trips.get(rider) ?? [], dice)), runs };
}

interface Start {
  readonly rider: string;
  readonly atHour: number;
  readonly mode: WayMode;
  readonly stretches: readonly Stretch[];
}

/** Who sets out when, from morning to night. Habits are the same every day. */
function startsOf(seed: string, riders: readonly string[], dice: Dice): readonly Start[] {
  const starts = riders.flatMap((rider): readonly Start[] => {
    const habits = diceOf(seed, 'habits', rider);
    const mode = habits.weighted(modeWeights);
    const way = stretchesOf(mode, habits);
    const back = way.map(({ line, from, to }) => ({ line, from: to, to: from })).toReversed();
    const extra = dice.weighted(modeWeights);
    const commute = [
      { rider, atHour: 6.6 + 2.6 * dice.next(), mode, stretches: way },
      { rider, atHour: 16.4 + 2.8 * dice.next(), mode, stretches: back },
    ];
    const other = { rider, atHour: 9.5 + 5 * dice.next(), mode: extra, stretches: stretchesOf(extra, dice) };
    const rides = habits.happens(0.75) ? commute : [];
    return dice.happens(0.45) ? [...rides, other] : rides;
  });
  return starts.sort((one, another) => one.atHour - another.atHour);
}

function stretchesOf(mode: WayMode, dice: Dice): readonly Stretch[] {
  if (mode === 'taxi') return [];
  const lines = linePlans.filter((line) => line.mode === mode);
  const line = dice.pick(lines);
  const from = dice.below(line.stopIds.length);
  if (mode === 'metro' && dice.happens(0.45)) return changing(line, lines, from, dice);
  const far = mode === 'bus' ? 3 + dice.below(9) : 1 + dice.below(line.stopIds.length - 1);
  const to = from + far < line.stopIds.length ? from + far : from - far;
  return [{ line, from, to: Math.max(0, to) }].filter((stretch) => stretch.from !== stretch.to);
}

/** Over to the other line where the two cross. */
function changing(line: LinePlan, lines: readonly LinePlan[], from: number, dice: Dice): readonly Stretch[] {
  const other = lines.find((each) => each !== line) ?? line;
  const crossing = line.stopIds.find((stopId) => other.stopIds.includes(stopId)) ?? '';
  const [leave, enter] = [line.stopIds.indexOf(crossing), other.stopIds.indexOf(crossing)];
  const to = dice.below(other.stopIds.length);
  return [
    { line, from, to: leave },
    { line: other, from: enter, to },
  ].filter((stretch) => stretch.from !== stretch.to);
}

function setOut(living: Living, { rider, atHour, mode, stretches }: Start, riders: readonly string[]): void {
  const { dice, runs, midnight } = living;
  const at = Math.max(midnight + Math.round(atHour * hour), freeAt(living, rider));
  if (mode === 'taxi') hire(living, rider, at, riders);
  else keep(living, rider, lineTrip({ rider, at, dice, runs }, stretches));
}

/** One in eight shares the car with somebody they know. */
function hire(living: Living, rider: string, at: number, riders: readonly string[]): void {
  const { dice, cars } = living;
  const friend = dice.happens(0.12) ? dice.pick(riders) : rider;
  const together = friend !== rider && freeAt(living, friend) < at ? [rider, friend] : [rider];
  for (const [turn, trip] of (taxiTrips(together, at, cars, dice) ?? []).entries())
    keep(living, together[turn] ?? rider, trip);
}

const freeAt = ({ trips }: Living, rider: string): number => trips.get(rider)?.at(-1)?.endsAt ?? 0;

function keep({ trips }: Living, rider: string, trip: WorldTrip | undefined): void {
  if (trip) trips.set(rider, [...(trips.get(rider) ?? []), trip]);
}

/** Two in a hundred are turned away at some bus: they scanned, and did not ride. */
function riderDay(rider: string, trips: readonly WorldTrip[], dice: Dice): RiderDay {
  const rides: readonly TrueRide[] = trips.flatMap((trip) => trip.rides);
  const scans = trips.flatMap((trip) => trip.scans);
  const [first] = scans;
  const turnedAway: readonly WorldScan[] =
    first && dice.happens(0.02)
      ? [
          {
            ...{ scannedAt: first.scannedAt - 600_000, venueId: 'bus-0-v0', mode: 'bus', venueKind: 'vehicle' },
            ...{ lineId: 'bus-0', refused: true, party: 1 },
          },
        ]
      : [];
  return { rider, rides, scans: [...turnedAway, ...scans] };
}
