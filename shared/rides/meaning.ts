import type { Meaning } from './meanings';
import { byTimeScanned, type PlacedScan } from './placed-scan';
import type { WalkSettings } from './walk/walk';
import { walkScans } from './walk/walk-scans';

/** What a scan means, and whether an entry should have come before it and did not. */
export interface Reading {
  readonly meaning: Meaning;
  readonly entryMissing: boolean;
}

/**
 * What one scan means, from its mode, its kind of venue and the rider's other scans. Only those made before it count, so
 * the order in which scans arrive changes nothing. Total: every mode and kind of venue has an answer.
 */
export const meaningOf = (scan: PlacedScan, others: readonly PlacedScan[], settings: WalkSettings): Reading => {
  const earlier = others.filter((other) => byTimeScanned(other, scan) <= 0);
  const { steps } = walkScans([...earlier, scan], settings);
  return steps[steps.length - 1] ?? { meaning: 'board', entryMissing: false };
};
