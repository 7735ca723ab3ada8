import type { Meaning } from '@tongcheng/shared/rides/meanings';
import { replayScans } from '@tongcheng/shared/rides/replay/replay-scans';
import type { ReplaySettings, Step } from '@tongcheng/shared/rides/replay/replay-state';
import type { Ride } from '@tongcheng/shared/rides/ride';
import { type RidesSettings, ridesOf, type UsualOfDays } from '@tongcheng/shared/rides/rides-of';
import type { UsualTable } from '@tongcheng/shared/rides/usual/usual-table';
import type { Day, Instant } from '@tongcheng/shared/time';
import { isCounted, type ScanRecord } from '../scan-record';

/** The usual durations of the days of the records, by service day (W-34). */
export type UsualByDay = ReadonlyMap<Day, UsualTable>;

/** The rides of one rider's records in any order, derived anew; demonstration codes make none. */
export const deriveRides = (
  records: readonly ScanRecord[],
  settings: RidesSettings,
  asOf: Instant,
  usual: UsualByDay,
): readonly Ride<ScanRecord>[] => ridesOf(records.filter(isCounted), settings, asOf, usualOfDays(usual));

const usualOfDays = (usual: UsualByDay): UsualOfDays<ScanRecord> => ({
  on: ({ day }) => usual.get(day),
  isSameDay: (one, other) => one.day === other.day,
});

/** The service day that a ride belongs to: that of its first scan. */
export const dayOfRide = ({ scans, place }: Ride<ScanRecord>): string => scans[0]?.day ?? place.day;

/**
 * A boarding to which the answer was no (W-32). `not-ridden`: no ride began. `during-ride`: in a carriage, when the rider had ridden
 * already. `let-on`: staff made an exception, and it is a ride.
 */
export interface Refusal {
  readonly scan: ScanRecord;
  readonly outcome: 'not-ridden' | 'during-ride' | 'let-on';
}

/** The refusals among one rider's records, oldest first; a no told again within the time of a repeat is one. Alighting is none. */
export const deriveRefusals = (records: readonly ScanRecord[], settings: ReplaySettings): readonly Refusal[] =>
  replayScans(records.filter(isCounted), settings).steps.flatMap(refusalIn);

/** What of a step is a refusal. */
export function refusalIn({ scan, meaning, refused }: Step<ScanRecord>): readonly Refusal[] {
  if (meaning === 'repeat' || meaning === 'alight') return [];
  if (refused) return [{ scan, outcome: 'not-ridden' }];
  if (scan.staffDecision?.outcome === 'let-on') return [{ scan, outcome: 'let-on' }];
  return scan.refused ? [{ scan, outcome: 'during-ride' }] : [];
}

/** What each scan means by its id, now that all are known. */
export type ScanMeanings = ReadonlyMap<string, Meaning>;

/** Derives the meanings of one rider's scans; corrections are in the scans already. */
export const deriveMeanings = (records: readonly ScanRecord[], settings: ReplaySettings): ScanMeanings => {
  const { steps } = replayScans(records.filter(isCounted), settings);
  return new Map(steps.map(({ scan, meaning }) => [scan._id, meaning]));
};
