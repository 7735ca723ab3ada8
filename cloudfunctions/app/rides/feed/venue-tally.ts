import type { Decision } from '@tongcheng/shared/rides/meanings';
import { longestRideMs } from '@tongcheng/shared/rides/replay/replay-state';
import type { Instant } from '@tongcheng/shared/time';
import type { RideSettings } from '@tongcheng/shared/venues/city-settings';
import type { ScanRecord } from '../scan-record';
import { cacheTallies } from './tallies';

/** When a rider last got on and off at this venue; whatever order the scans came in. */
interface Presence {
  readonly boardedAt: Instant;
  readonly alightedAt: Instant;
  readonly party: number;
}

/** The figures of one venue's day: people by decision, and who got on and off. */
export interface VenueTally {
  readonly people: Record<Decision, number>;
  readonly presences: Map<string, Presence>;
}

const nowhere: Presence = { boardedAt: 0, alightedAt: 0, party: 0 };

/** The tallies of the venues whose screens are on. */
export const venueTally = cacheTallies(
  (): VenueTally => ({ people: { admit: 0, refer: 0, refuse: 0 }, presences: new Map() }),
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

/** A repeat or an alighting is nobody new; a correction takes back what was counted and counts it anew. */
function add(tally: VenueTally, record: ScanRecord): void {
  if (record.corrects) uncount(tally, record, record.corrects.was);
  count(tally, record);
}

function count({ people, presences }: VenueTally, { meaning, decision, party, rider, scannedAt }: ScanRecord): void {
  if (meaning === 'repeat') return;
  const presence = presences.get(rider) ?? nowhere;
  if (meaning === 'alight') {
    const off = { ...presence, alightedAt: Math.max(presence.alightedAt, scannedAt) };
    presences.set(rider, presence.boardedAt === 0 ? { ...off, party } : off);
    return;
  }
  people[decision] += party;
  if (meaning !== 'board' || decision === 'refuse' || scannedAt < presence.boardedAt) return;
  presences.set(rider, { ...presence, boardedAt: scannedAt, party });
}

function uncount({ people, presences }: VenueTally, record: ScanRecord, was: ScanRecord['meaning']): void {
  const { decision, party, rider, scannedAt } = record;
  const presence = presences.get(rider) ?? nowhere;
  if (was === 'alight' && presence.alightedAt === scannedAt) presences.set(rider, { ...presence, alightedAt: 0 });
  if (was === 'alight' || was === 'repeat') return;
  people[decision] -= party;
  if (presence.boardedAt === scannedAt) presences.set(rider, { ...presence, boardedAt: 0 });
}
