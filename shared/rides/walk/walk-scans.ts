import { byTimeScanned, type PlacedScan } from '../placed-scan';
import { isRepeat, repeat } from './repeat';
import { take } from './take';
import { takeCorrected } from './take-corrected';
import type { Leg, Step, Walk, WalkSettings } from './walk';

/** A walk at whose beginning nothing is under way. */
export const newWalk = <S extends PlacedScan>(settings: WalkSettings): Walk<S> => ({
  settings,
  legs: [],
  steps: [],
  lastAt: new Map(),
  open: undefined,
  inside: undefined,
});

/** Walks on by one scan, which must not be older than those walked. */
export const walkOn = <S extends PlacedScan>(walk: Walk<S>, scan: S): Step<S> => {
  const step = corrected(walk, scan) ?? (isRepeat(walk, scan) ? repeat(walk, scan) : take(walk, scan));
  walk.steps.push(step);
  walk.lastAt.set(scan.venueId, scan.scannedAt);
  return step;
};

function corrected<S extends PlacedScan>(walk: Walk<S>, scan: S): Step<S> | undefined {
  return scan.corrected === undefined ? undefined : takeCorrected(walk, scan, scan.corrected);
}

/**
 * Walks one rider's scans by the time of scanning, whatever the order they came in: what each meant, and the legs they
 * make. Steps are in the order of time.
 */
export const walkScans = <S extends PlacedScan>(
  scans: readonly S[],
  settings: WalkSettings,
): { readonly steps: readonly Step<S>[]; readonly legs: readonly Leg<S>[] } => {
  const walk = newWalk<S>(settings);
  for (const scan of scans.length > 1 ? [...scans].sort(byTimeScanned) : scans) walkOn(walk, scan);
  return walk;
};
