import { byTimeScanned, type ScanFacts } from '../scan-facts';
import { applyCorrected } from './apply-corrected';
import { applyScan } from './apply-scan';
import { repeatRefused } from './refused-boarding';
import { isRepeat, repeat } from './repeat';
import type { Leg, ReplaySettings, ReplayState, Step } from './replay-state';

/** The state of a rider of whom no scan is known: nothing is under way. */
export const newReplay = <S extends ScanFacts>(settings: ReplaySettings): ReplayState<S> => ({
  settings,
  legs: [],
  steps: [],
  lastAt: new Map(),
  turnedAwayAt: new Set(),
  open: undefined,
  inside: undefined,
});

/** Applies the next scan, which must not be older than those applied. */
export const replayNext = <S extends ScanFacts>(state: ReplayState<S>, scan: S): Step<S> => {
  const step = corrected(state, scan) ?? repeated(state, scan) ?? applyScan(state, scan);
  state.steps.push(step);
  state.lastAt.set(scan.venueId, scan.scannedAt);
  if (step.refused) state.turnedAwayAt.add(scan.venueId);
  else state.turnedAwayAt.delete(scan.venueId);
  return step;
};

/** Who was turned away and may ride now begins anew, however shortly after. */
function repeated<S extends ScanFacts>(state: ReplayState<S>, scan: S): Step<S> | undefined {
  if (!isRepeat(state, scan)) return undefined;
  if (scan.refused) return repeatRefused(state, scan);
  return state.turnedAwayAt.has(scan.venueId) ? undefined : repeat(state, scan);
}

function corrected<S extends ScanFacts>(state: ReplayState<S>, scan: S): Step<S> | undefined {
  return scan.corrected === undefined ? undefined : applyCorrected(state, scan, scan.corrected);
}

/**
 * Replays one rider's scans by the time of scanning, whatever the order they came in: what each meant, and the legs they
 * make. Steps are in the order of time.
 */
export const replayScans = <S extends ScanFacts>(
  scans: readonly S[],
  settings: ReplaySettings,
): { readonly steps: readonly Step<S>[]; readonly legs: readonly Leg<S>[] } => {
  const state = newReplay<S>(settings);
  for (const scan of scans.length > 1 ? [...scans].sort(byTimeScanned) : scans) replayNext(state, scan);
  return state;
};
