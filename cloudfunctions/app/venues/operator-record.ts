import type { Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** Who runs vehicles: staff and devices may belong to one. */
export interface OperatorRecord {
  readonly _id: string;
  /** The city in which it is registered. */
  readonly city: string;
  readonly name: string;
  readonly addedAt: Instant;
  readonly addedBy: string;
}
export const operators = collection<OperatorRecord>()({
  name: 'operators',
  keep: { until: 'never', because: 'staff and devices name it' },
  belongs: { to: 'nobody' },
  indexes: [['city']],
});
