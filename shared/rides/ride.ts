import type { Instant } from '../time';
import type { ClosingReason } from './meanings';
import type { ScanFacts } from './scan-facts';

/** A ride as derived from one rider's scans; generic, so that records stay at hand where the scans are records. */
export interface Ride<S extends ScanFacts> {
  /** The scan that names the vehicle, carriage or ship; for an entry that no vehicle followed, the entry. */
  readonly place: S;
  /** Every scan that belongs to the ride, oldest first: the entry, repeats, the alighting. */
  readonly scans: readonly S[];
  readonly from: Instant;
  /** Absent while the ride is open. */
  readonly to?: Instant;
  /** Ends that no scan proves (W-27). */
  readonly inferred: readonly ('from' | 'to')[];
  /** Why the ride ended; absent while it is open. */
  readonly closedBy?: ClosingReason;
  /** W-34: where the usual duration gave the end, in 95 of 100 such rides it was over by then. */
  readonly endedBy?: Instant;
  /** There as well: until when the rider counts as aboard where somebody asks who was exposed; the city says whether that is the bound or the longest ride. */
  readonly exposedUntil?: Instant;
}
