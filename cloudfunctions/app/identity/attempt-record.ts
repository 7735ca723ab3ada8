import type { Day } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** How often an identity check was tried today, by account, document (blind) or address (blind). */
export interface TryCount {
  /** `${day}.${what}.${blind}` */
  readonly _id: string;
  readonly day: Day;
  readonly count: number;
}

/** Stored, so that no number of instances lets anybody try without limit. */
export const tryCounts = collection<TryCount>()({
  name: 'tryCounts',
  distributeBy: '_id',
  partition: 'day',
  indexes: [],
});
