import type { Day, Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** Somebody's status turned red, as the source said; by a blind mark. Kept while taps from before may still be delivered. */
export interface StatusTurn {
  /** `${day}.${subject}` */
  readonly _id: string;
  readonly day: Day;
  /** From when the red status holds. */
  readonly turnedAt: Instant;
}
export const statusTurns = collection<StatusTurn>()({
  name: 'status-turns',
  partition: 'day',
  keep: { until: 'days', days: 16 },
  belongs: { to: 'nobody' },
  indexes: [],
});
