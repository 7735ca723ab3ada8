import type * as api from '@tongcheng/shared/identity/api';
import { fail, ok } from '@tongcheng/shared/result';
import { renewSession } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { readAccount } from './account/change-account';
import type { RiderSessionNeeds } from './account/rider-session';
import { riderSession } from './account/rider-session';
import type { EligibilityNeeds } from './eligibility/ask-eligibility';
import { withFreshEligibility } from './eligibility/ask-eligibility';

/** Renews a session and brings the latest eligibility into its token. */
export const refresh: UseCase<typeof api.refresh, RiderSessionNeeds & EligibilityNeeds> = async (
  needs,
  _caller,
  input,
) => {
  const session = await renewSession(needs, 'rider', input.refreshToken);
  if (session === 'ended') return fail('session-ended');
  const { _v, ...account } = await readAccount(needs.store, session.subject);
  return ok(await riderSession(needs, session, await withFreshEligibility(needs, account)));
};
