import type * as api from '@tongcheng/shared/identity/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import { readAccount } from './account/change-account';
import { type ClosingNeeds, releaseMember } from './erasure/close-person';
import { memberIn } from './family/family-of';

/** Takes a member out of the caller's family. Nobody else looking after them, they are forgotten as if they had withdrawn. */
export const removeMember: UseCase<typeof api.removeMember, ClosingNeeds> = async (needs, caller, { memberId }) => {
  const { personId: holderId } = await readAccount(needs.store, caller.accountId);
  const member = await memberIn(needs.store, holderId, memberId);
  if (holderId === undefined || !member) return fail('member-unknown');
  const keptUntil = await releaseMember(needs, member.personId, holderId);
  return ok(keptUntil === undefined ? {} : { keptUntil });
};
