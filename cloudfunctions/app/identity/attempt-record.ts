import type { Day } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** How often an identity check was tried today, by account, document (blind) or address (blind). */
export interface AttemptCount {
  /** `${day}.${what}.${blind}` */
  readonly _id: string;
  readonly day: Day;
  readonly count: number;
}

/** Stored, so that no number of instances lets anybody try without limit. */
export const attemptCounts = collection<AttemptCount>()({
  name: 'tryCounts',
  keep: { until: 'days', days: 2 },
  belongs: { to: 'nobody' },
  distributeBy: '_id',
  partition: 'day',
  indexes: [],
});
