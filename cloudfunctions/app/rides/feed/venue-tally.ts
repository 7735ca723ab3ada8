import { longestRideMs } from '@tongcheng/shared/rides/replay/replay-state';
import { type Instant, minuteMs } from '@tongcheng/shared/time';
import type { RideSettings } from '@tongcheng/shared/venues/city-settings';
import { isOfFlood, type ScanRecord } from '../scan-record';
import {
  type BoardingOutcome,
  type CountChangeBy,
  type CountedScan,
  isNewcomer,
  openCountedScans,
} from './counted-scans';
import { cacheTallies } from './tallies';

/** When a rider last got on and off at this venue; whatever order the scans came in. */
interface Presence {
  readonly boardedAt: Instant;
  readonly alightedAt: Instant;
  readonly party: number;
  /** Under what the boarding is counted. */
  readonly countedAs?: BoardingOutcome;
}

/** The figures of one venue's day: people by what came of them, and who got on and off. */
export interface VenueTally {
  readonly people: Record<BoardingOutcome, number>;
  readonly presences: Map<string, Presence>;
  readonly changeBy: CountChangeBy;
  /** Scans beyond what one person does in a day: in none of the figures. */
  leftOut: number;
}

const nowhere: Presence = { boardedAt: 0, alightedAt: 0, party: 0 };

/** A no to somebody who boarded here so shortly before is about that boarding; no city repeats longer. */
const takesBackWithinMs = 10 * minuteMs;

/** The tallies of the venues whose screens are on. */
export const venueTally = cacheTallies(
  (): VenueTally => ({
    people: { admit: 0, refer: 0, refuse: 0, 'let-on': 0 },
    presences: new Map(),
    changeBy: openCountedScans(),
    leftOut: 0,
  }),
  add,
  500,
);

/** People aboard a vehicle: boarded, not alighted since, and not longer ago than the longest ride. */
export const aboard = (
  { presences }: VenueTally,
  mode: ScanRecord['mode'],
  settings: Pick<RideSettings, 'longestRideMinutes'>,
  now: Instant,
): number => {
  const earliest = now - longestRideMs(mode, settings);
  let people = 0;
  for (const { boardedAt, alightedAt, party } of presences.values()) {
    if (boardedAt > alightedAt && boardedAt > earliest) people += party;
  }
  return people;
};

/**
 * People aboard who got on the day before: riders have another name on each day, so whoever gets off today without having got on today is
 * one of them.
 */
export const aboardFromBefore = (
  before: VenueTally,
  today: VenueTally,
  mode: ScanRecord['mode'],
  settings: Pick<RideSettings, 'longestRideMinutes'>,
  now: Instant,
): number => {
  let left = 0;
  for (const { boardedAt, alightedAt, party } of today.presences.values())
    if (boardedAt === 0 && alightedAt > 0) left += party;
  return Math.max(0, aboard(before, mode, settings, now) - left);
};

/** A correction or a decision of staff takes back what was counted and counts it anew. */
function add(tally: VenueTally, record: ScanRecord): void {
  if (isOfFlood(record)) {
    if (!record.corrects) tally.leftOut += 1;
    return;
  }
  const change = tally.changeBy(record);
  if (!change) return;
  if (change.before) uncount(tally, record, change.before);
  count(tally, record, change.after);
}

function count({ people, presences }: VenueTally, record: ScanRecord, counted: CountedScan): void {
  const { party, rider, scannedAt } = record;
  const presence = presences.get(rider) ?? nowhere;
  if (counted.meaning === 'alight') {
    const off = { ...presence, alightedAt: Math.max(presence.alightedAt, scannedAt) };
    presences.set(rider, presence.boardedAt === 0 ? { ...off, party } : off);
    return;
  }
  if (!isNewcomer(counted)) return;
  people[counted.outcome] += party;
  if (counted.meaning !== 'board' || scannedAt < presence.boardedAt) return;
  const { outcome } = counted;
  if (outcome === 'refuse') takeBack({ people, presences }, record, presence);
  else presences.set(rider, { ...presence, boardedAt: scannedAt, party, countedAs: outcome });
}

/** W-32: whoever boarded a moment ago and is told no now did not board. */
function takeBack(
  { people, presences }: Pick<VenueTally, 'people' | 'presences'>,
  { rider, scannedAt }: ScanRecord,
  presence: Presence,
): void {
  const { boardedAt, alightedAt, countedAs, party } = presence;
  if (boardedAt <= alightedAt || scannedAt - boardedAt >= takesBackWithinMs) return;
  if (countedAs) people[countedAs] -= party;
  presences.set(rider, { boardedAt: 0, alightedAt, party });
}

function uncount({ people, presences }: VenueTally, record: ScanRecord, was: CountedScan): void {
  const { party, rider, scannedAt } = record;
  const presence = presences.get(rider) ?? nowhere;
  if (was.meaning === 'alight' && presence.alightedAt === scannedAt)
    presences.set(rider, { ...presence, alightedAt: 0 });
  if (!isNewcomer(was)) return;
  people[was.outcome] -= party;
  if (presence.boardedAt === scannedAt) presences.set(rider, { ...presence, boardedAt: 0 });
}
