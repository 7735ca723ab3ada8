import type * as api from '@tongcheng/shared/identity/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import { readAccount } from './account/change-account';
import type { EligibilityNeeds } from './eligibility/ask-eligibility';
import { familyView } from './family/family-view';

/** The caller's family members, each with their own status. */
export const listFamily: UseCase<typeof api.listFamily, EligibilityNeeds> = async (needs, caller) => {
  const { personId, claimedPersonId, provider } = await readAccount(needs.store, caller.accountId);
  if (personId === undefined) return fail(claimedPersonId ? 'identity-not-proven' : 'not-authenticated');
  return ok(await familyView(needs, personId, provider));
};
