import type { Appointment, OfficialChangeKind } from '@tongcheng/shared/oversight/official-change';
import type { Instant } from '@tongcheng/shared/time';
import { collection } from '../../../ports/document-store';

/** A change about an official: proposed by one official, decided by another, and where it gives a sign-in, completed by the official themself. */
export interface OfficialChangeRecord {
  readonly _id: string;
  readonly kind: OfficialChangeKind;
  /** `open` waits for a second person; `approved` for its link to be used (of `change` and `remove`, for the moment until it is done). */
  readonly state: 'open' | 'approved' | 'rejected' | 'done';
  readonly login: string;
  /** Of whom it is; of `add`, who they will be. */
  readonly officialId: string;
  /** Of `add`: what they are called. */
  readonly name?: string;
  /** As they were when it was proposed; absent of `add`. */
  readonly before?: Appointment;
  /** Whether they were revoked then. */
  readonly wasRevoked: boolean;
  /** As they will be; absent of `remove` and `credentials`. */
  readonly after?: Appointment;
  readonly reason: string;
  readonly proposedBy: string;
  /** Whether who proposed is an administrator: one of the two must be. */
  readonly byAdministrator: boolean;
  readonly proposedAt: Instant;
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  /** Wrong codes that were typed with its link. */
  readonly wrongCodes: number;
}

/** Nothing of a link or a code is kept: both follow from the change and a key (official-link.ts). */
export const officialChanges = collection<OfficialChangeRecord>()({
  name: 'official-changes',
  keep: { until: 'never', because: 'who proposed and who approved an official stays known' },
  belongs: { to: 'worker' },
  indexes: [['state'], ['login']],
});
