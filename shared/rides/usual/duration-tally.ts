import type { Day } from '../../time';
import type { ProvenDuration } from './proven-durations';
import type { UsualCell } from './usual-table';

/** Fewer say nothing: of twenty, the longest is exceeded by the next in one of 21. */
const minRides = 20;
/** On one day at least; a table is kept longer than keys are, and a commuter's own twenty rides would name them. */
const minRidersADay = 5;
/** Cells of a table; those of the most rides stay. */
const maxCells = 5_000;
/** Longer than a day nothing is under way. */
const longestMinutes = 24 * 60;

/** How many took how many minutes. */
interface Counts {
  readonly of: Map<number, number>;
  rides: number;
}

/** Rides of one kind by their whole minutes, and how many riders had one on the same day. */
interface Tally {
  readonly all: Counts;
  readonly direct: Counts;
  mostRiders: number;
  day: Day;
  ridersOfDay: number;
}

/** Counts durations, rider by rider and day by day. */
export interface DurationTally {
  /** What one rider's scans of a day prove. Riders of one day come one after the other. */
  add(day: Day, durations: readonly ProvenDuration[]): void;
  /** The kinds of which there are enough rides, by enough riders, the most ridden first. */
  cells(): readonly UsualCell[];
}

/** A {@link DurationTally} without any ride. */
export function newDurationTally(): DurationTally {
  const tallies = new Map<string, Tally>();
  return {
    add: (day, durations) => {
      const seen = new Set<string>();
      for (const { keys, minutes, isDirect } of durations)
        if (minutes > 0 && minutes <= longestMinutes)
          for (const key of keys) {
            const tally = tallyOf(tallies, key);
            count(tally.all, Math.ceil(minutes));
            if (isDirect) count(tally.direct, Math.ceil(minutes));
            if (!seen.has(key)) countRider(tally, day);
            seen.add(key);
          }
    },
    cells: () =>
      [...tallies]
        .filter(([, { all, mostRiders }]) => all.rides >= minRides && mostRiders >= minRidersADay)
        .map(([key, tally]) => cellOf(key, tally))
        .sort((one, other) => other.rides - one.rides || (one.key < other.key ? -1 : 1))
        .slice(0, maxCells),
  };
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const found = tallies.get(key) ?? { all: noRides(), direct: noRides(), mostRiders: 0, day: '', ridersOfDay: 0 };
  tallies.set(key, found);
  return found;
}

const noRides = (): Counts => ({ of: new Map(), rides: 0 });

function count(counts: Counts, minutes: number): void {
  counts.rides += 1;
  counts.of.set(minutes, (counts.of.get(minutes) ?? 0) + 1);
}

function countRider(tally: Tally, day: Day): void {
  tally.ridersOfDay = tally.day === day ? tally.ridersOfDay + 1 : 1;
  tally.day = day;
  tally.mostRiders = Math.max(tally.mostRiders, tally.ridersOfDay);
}

/** Ranks among all and one more, so that the next ride of the kind is within the bound in 95 of 100, however few there were. */
function cellOf(key: string, { all, direct }: Tally): UsualCell {
  const usual = direct.rides >= minRides ? direct : all;
  return {
    key,
    rides: all.rides,
    medianMinutes: ofRank(usual, Math.ceil(usual.rides / 2)),
    boundMinutes: ofRank(all, Math.min(all.rides, Math.ceil(0.95 * (all.rides + 1)))),
  };
}

function ofRank({ of }: Counts, rank: number): number {
  let counted = 0;
  for (const [minutes, rides] of [...of].sort(([one], [other]) => one - other)) {
    counted += rides;
    if (counted >= rank) return minutes;
  }
  return longestMinutes;
}
