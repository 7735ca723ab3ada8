import { byTimeScanned, type PlacedScan } from '../placed-scan';
import { isRepeat, repeat } from './repeat';
import { take } from './take';
import type { Leg, Step, Walk, WalkSettings } from './walk';

/**
 * Walks one rider's scans by the time of scanning, whatever the order they came in: what each meant, and the legs they
 * make. Steps are in the order of time.
 */
export const walkScans = <S extends PlacedScan>(
  scans: readonly S[],
  settings: WalkSettings,
): { readonly steps: readonly Step<S>[]; readonly legs: readonly Leg<S>[] } => {
  const walk: Walk<S> = { settings, legs: [], steps: [], lastAt: new Map(), open: undefined, inside: undefined };
  for (const scan of scans.length > 1 ? [...scans].sort(byTimeScanned) : scans) {
    walk.steps.push(isRepeat(walk, scan) ? repeat(walk, scan) : take(walk, scan));
    walk.lastAt.set(scan.venueId, scan.scannedAt);
  }
  return walk;
};
