import type { Day, Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** Tokens about a session or an account that no longer hold: ended for good, or stale because an eligibility changed. */
export interface Revocation {
  /** `${day}.${id}`, time first. */
  readonly _id: string;
  readonly day: Day;
  readonly at: Instant;
  /** Session or account, sealed: beside the moment its id would lead to a ride. Empty where an earlier release wrote it in the clear. */
  readonly sealedAbout: string;
  /** The same in the clear. */
  readonly about?: string;
  readonly effect: 'ended' | 'stale';
}

/** Needed only as long as an access token lives; whole days are dropped. */
export const revocations = collection<Revocation>()({
  name: 'revocations',
  keep: { until: 'days', days: 2 },
  belongs: { to: 'nobody' },
  partition: 'day',
  added: { sealedAbout: '' },
  indexes: [],
});
