import type { Instant } from '@tongcheng/shared/time';
import type { TraceCounts } from '@tongcheng/shared/tracing/wire';
import { collection } from '../../../ports/document-store';

/** A request of one official to open the names of a case, and what another decided. */
export interface TraceRequestRecord {
  readonly _id: string;
  readonly caseId: string;
  readonly city: string;
  readonly state: 'open' | 'approved' | 'rejected' | 'withdrawn' | 'ended';
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  /** What was found when it was made, without names. */
  readonly counts: TraceCounts;
  /** Of all that is approved: case, rider, period, parameters, who asked and when (request-digest.ts). */
  readonly digest: string;
  /** A keyed mark of what was known of the vehicles then (feed-mark.ts); absent where the city had no feed, and in requests of earlier releases. */
  readonly feed?: string;
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  readonly opensUntil?: Instant;
  /** Of an approval: a sum under a key of the installation, without which nothing opens. */
  readonly approval?: string;
  readonly endedBy?: string;
  readonly endedAt?: Instant;
  readonly endReason?: string;
}

/** All requests, kept as long as their cases. Names nobody but officials. */
export const traceRequests = collection<TraceRequestRecord>()({
  name: 'tracing-requests',
  keep: { until: 'age', days: 1_095 },
  belongs: { to: 'worker' },
  distributeBy: '_id',
  indexes: [
    ['caseId', 'state'],
    ['city', 'state'],
  ],
});
