import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import type { recordRefusal } from '@tongcheng/shared/rides/api';
import type { Day, Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** W-04: that staff turned somebody away, and why. Never changed. Names nobody but the staff. */
export interface RefusalRecord {
  /** `${day}.${refusalId}` */
  readonly _id: string;
  /** Service day of the refusal. */
  readonly day: Day;
  readonly city: string;
  readonly venueId: string;
  readonly scanId?: string;
  readonly reason: ParsedInputOf<typeof recordRefusal>['reason'];
  readonly note?: string;
  /** The member of staff. */
  readonly by: string;
  readonly recordedAt: Instant;
}

/** All refusals, one partition a day. */
export const refusals = collection<RefusalRecord>()({
  name: 'refusals',
  partition: 'day',
  distributeBy: 'city',
  indexes: [['venueId', 'recordedAt']],
});
