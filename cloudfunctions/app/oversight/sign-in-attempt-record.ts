import type { Day, Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** How often a sign-in to the console was tried under one login from one place, whether there is such a login or not. */
export interface SignInAttempt {
  /** `${day}.${keyed digest of login and place}`: what is typed as a login may be a password by mistake. */
  readonly _id: string;
  readonly day: Day;
  readonly count: number;
  readonly lastAt: Instant;
}

/** Stored, so that no number of instances lets anybody guess without limit. Of use for a day. */
export const signInAttempts = collection<SignInAttempt>()({
  name: 'signInTries',
  keep: { until: 'days', days: 2 },
  belongs: { to: 'nobody' },
  distributeBy: '_id',
  partition: 'day',
  indexes: [],
});
