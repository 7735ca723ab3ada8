import type { Day } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** How often an identity check was tried today, by account, document or address. */
export interface AttemptCount {
  /** `${day}.${blind}`, of what was tried and the day; earlier releases wrote ids of accounts in the clear. */
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
