import type { Meaning } from '@tongcheng/shared/rides/meanings';
import type { Ride } from '@tongcheng/shared/rides/ride';
import type { Day, Instant } from '@tongcheng/shared/time';
import type { ScanRecord } from '../scan-record';

/** A scan with what it means now that all scans are known; the record keeps what was answered at the time. */
export interface ScanWithMeaning {
  readonly scan: ScanRecord;
  readonly meaning: Meaning;
}

/**
 * What one rider did on one service day of a city. Names nobody: `sealed` of any scan opens with the day's vault and the
 * scan's `_id`. A ride belongs to the day of its first scan; its last scan may lie in the day after.
 */
export interface Journey {
  readonly city: string;
  readonly day: Day;
  /** The rider's pseudonym of this day. */
  readonly rider: string;
  /** All scans of the day, oldest first, demonstration codes included. */
  readonly scans: readonly ScanWithMeaning[];
  /** Rides whose first scan is of this day, oldest first; none of them from a demonstration code. */
  readonly rides: readonly Ride<ScanRecord>[];
  /** When the latest correction of a scan of the day was recorded; absent where there is none. */
  readonly correctedAt?: Instant;
}
