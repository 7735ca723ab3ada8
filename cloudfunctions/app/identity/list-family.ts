import type * as api from '@tongcheng/shared/identity/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import { readAccount } from './account/change-account';
import { type FamilyViewNeeds, familyView } from './family/family-view';

/** The caller's family members. Their colours are told by the verdict of a ride alone (decision 150). */
export const listFamily: UseCase<typeof api.listFamily, FamilyViewNeeds> = async (needs, caller) => {
  const { personId, claimedPersonId } = await readAccount(needs.store, caller.accountId);
  if (personId === undefined) return fail(claimedPersonId ? 'identity-not-proven' : 'not-authenticated');
  return ok(await familyView(needs, personId));
};
