import type { Meaning } from './meanings';
import { newReplay, replayNext } from './replay/replay-scans';
import { longestRideOfAnyModeMs, type ReplaySettings, type ReplayState } from './replay/replay-state';
import { byTimeScanned, type ScanFacts } from './scan-facts';

/** What a scan means, and whether an entry should have come before it and did not. */
export interface DerivedMeaning {
  readonly meaning: Meaning;
  readonly entryMissing: boolean;
}

/**
 * What one scan means, from its mode, its kind of venue and the rider's other scans. Only those made before it count, so
 * the order in which scans arrive changes nothing. Total: every mode and kind of venue has an answer.
 */
export type DeriveMeaning = (scan: ScanFacts, others: readonly ScanFacts[]) => DerivedMeaning;

/** Derives the meaning of one scan on its own; see {@link DeriveMeaning}. */
export const meaningOf = (scan: ScanFacts, others: readonly ScanFacts[], settings: ReplaySettings): DerivedMeaning =>
  replayNext(stateBefore(earlierThan(scan, others), scan, settings), scan);

/**
 * Derives the meanings of one rider's scans one after the other, where each scan is among the others of the next. Answers as
 * {@link meaningOf} does; scans that come in the order of time cost one step each instead of a replay from the beginning.
 */
export const deriveInOrder = (settings: ReplaySettings): DeriveMeaning => {
  let state: ReplayState<ScanFacts> | undefined;
  let last: ScanFacts | undefined;
  let replayed = 0;
  return (scan, others) => {
    const earlier = earlierThan(scan, others);
    const goesOn = last !== undefined && byTimeScanned(last, scan) <= 0 && replayed === earlier.length;
    if (!state || !goesOn) state = stateBefore(earlier, scan, settings);
    last = scan;
    replayed = earlier.length + 1;
    return replayNext(state, scan);
  };
};

function earlierThan(scan: ScanFacts, others: readonly ScanFacts[]): ScanFacts[] {
  return others.filter((other) => byTimeScanned(other, scan) <= 0);
}

/** The state before a scan. What was before a pause longer than any ride has no say any more and is left out. */
function stateBefore(earlier: ScanFacts[], scan: ScanFacts, settings: ReplaySettings): ReplayState<ScanFacts> {
  const state = newReplay<ScanFacts>(settings);
  const pause = Math.max(longestRideOfAnyModeMs(settings), settings.repeatWithinSeconds * 1_000);
  earlier.sort(byTimeScanned);
  let first = earlier.length;
  for (let next = scan; first > 0; first -= 1) {
    const before = earlier[first - 1];
    if (!before || next.scannedAt - before.scannedAt >= pause) break;
    next = before;
  }
  for (const each of earlier.slice(first)) replayNext(state, each);
  return state;
}
