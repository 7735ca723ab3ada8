import { byTimeScanned, type ScanFacts } from '../scan-facts';
import { applyCorrected } from './apply-corrected';
import { applyScan } from './apply-scan';
import { isRepeat, repeat } from './repeat';
import type { Leg, ReplaySettings, ReplayState, Step } from './replay-state';

/** A walk at whose beginning nothing is under way. */
export const newReplay = <S extends ScanFacts>(settings: ReplaySettings): ReplayState<S> => ({
  settings,
  legs: [],
  steps: [],
  lastAt: new Map(),
  open: undefined,
  inside: undefined,
});

/** Walks on by one scan, which must not be older than those walked. */
export const replayNext = <S extends ScanFacts>(walk: ReplayState<S>, scan: S): Step<S> => {
  const step = corrected(walk, scan) ?? (isRepeat(walk, scan) ? repeat(walk, scan) : applyScan(walk, scan));
  walk.steps.push(step);
  walk.lastAt.set(scan.venueId, scan.scannedAt);
  return step;
};

function corrected<S extends ScanFacts>(walk: ReplayState<S>, scan: S): Step<S> | undefined {
  return scan.corrected === undefined ? undefined : applyCorrected(walk, scan, scan.corrected);
}

/**
 * Walks one rider's scans by the time of scanning, whatever the order they came in: what each meant, and the legs they
 * make. Steps are in the order of time.
 */
export const replayScans = <S extends ScanFacts>(
  scans: readonly S[],
  settings: ReplaySettings,
): { readonly steps: readonly Step<S>[]; readonly legs: readonly Leg<S>[] } => {
  const walk = newReplay<S>(settings);
  for (const scan of scans.length > 1 ? [...scans].sort(byTimeScanned) : scans) replayNext(walk, scan);
  return walk;
};
