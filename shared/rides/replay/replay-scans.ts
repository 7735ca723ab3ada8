import { byTimeScanned, type ScanFacts } from '../scan-facts';
import { applyCorrected } from './apply-corrected';
import { applyScan } from './apply-scan';
import { isRepeat, repeat } from './repeat';
import type { Leg, ReplaySettings, ReplayState, Step } from './replay-state';

/** The state of a rider of whom no scan is known: nothing is under way. */
export const newReplay = <S extends ScanFacts>(settings: ReplaySettings): ReplayState<S> => ({
  settings,
  legs: [],
  steps: [],
  lastAt: new Map(),
  open: undefined,
  inside: undefined,
});

/** Applies the next scan, which must not be older than those applied. */
export const replayNext = <S extends ScanFacts>(state: ReplayState<S>, scan: S): Step<S> => {
  const step = corrected(state, scan) ?? (isRepeat(state, scan) ? repeat(state, scan) : applyScan(state, scan));
  state.steps.push(step);
  state.lastAt.set(scan.venueId, scan.scannedAt);
  return step;
};

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
