import type { ScanFlag } from '../../rides/meanings';
import type { ScanFacts } from '../../rides/scan-facts';

/** A scan as it is looked at among all those of its code. */
export interface SeenScan extends ScanFacts {
  readonly id: string;
  /** Whose: told apart from others of the same day, and no more. */
  readonly rider: string;
  /** Doubts that it was recorded with. */
  readonly flags: readonly ScanFlag[];
}

/** Scans of riders who had not scanned this code before within `lookBackMs`: whoever scans again has been here. In the order of time. */
export function firstScans(scans: readonly SeenScan[], lookBackMs: number): readonly SeenScan[] {
  const latest = new Map<string, number>();
  return scans.filter(({ rider, scannedAt }) => {
    const before = latest.get(rider);
    latest.set(rider, scannedAt);
    return before === undefined || scannedAt - before > lookBackMs;
  });
}
