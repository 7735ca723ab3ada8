import type * as api from '@tongcheng/shared/identity/api';
import { fail, ok } from '@tongcheng/shared/result';
import { reissueSession } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { readAccount } from './account/change-account';
import type { RiderSessionNeeds } from './account/rider-session';
import { riderSession } from './account/rider-session';
import { ridesAs } from './account-record';
import type { EligibilityNeeds } from './eligibility/ask-eligibility';
import { askEligibility } from './eligibility/ask-eligibility';

/** Asks the source for the latest status now and answers with a session that carries it (W-06, W-07). */
export const updateEligibility: UseCase<typeof api.updateEligibility, RiderSessionNeeds & EligibilityNeeds> = async (
  needs,
  caller,
) => {
  const { _v, ...held } = await readAccount(needs.store, caller.accountId);
  if (ridesAs(held) === undefined) return fail('not-authenticated');
  const account = await askEligibility(needs, held);
  return ok(await riderSession(needs, await reissueSession(needs, caller.sessionId), account));
};
