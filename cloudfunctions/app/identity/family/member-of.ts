import type { RiderCaller } from '@tongcheng/shared/caller';
import { readAccount } from '../account/change-account';
import type { EligibilityNeeds } from '../eligibility/ask-eligibility';
import type { FamilyMember } from '../family-record';
import { memberIn } from './family-of';
import { eligibilityOfMember, withFreshMember } from './member-eligibility';

/** The caller as one of their family members with the latest eligibility: for a scan. Undefined for anybody else's member. */
export async function asMember(
  needs: EligibilityNeeds,
  caller: RiderCaller,
  memberId: string,
): Promise<RiderCaller | undefined> {
  const held = await memberIn(needs.store, caller.personId, memberId);
  if (!held || caller.personId === undefined) return undefined;
  const { provider } = await readAccount(needs.store, caller.accountId);
  return personified(needs, caller, await withFreshMember(needs, caller.personId, provider, held));
}

/** The same without asking for a new eligibility: to look back. */
export async function asMemberHeld(
  needs: Pick<EligibilityNeeds, 'store' | 'vault'>,
  caller: RiderCaller,
  memberId: string,
): Promise<RiderCaller | undefined> {
  const held = await memberIn(needs.store, caller.personId, memberId);
  return held && personified(needs, caller, held);
}

/** Person, masked name and eligibility are the member's; session, account and address stay the caller's. */
async function personified(
  { vault }: Pick<EligibilityNeeds, 'vault'>,
  caller: RiderCaller,
  member: FamilyMember,
): Promise<RiderCaller | undefined> {
  const shown = await vault.masked(member.personId);
  if (!shown) return undefined;
  const eligibility = await eligibilityOfMember(vault, member);
  const { personId, memberId, addedAt: memberSince, unconfirmed } = member;
  return {
    ...{ ...caller, personId, memberId, memberSince, maskedName: shown.maskedName, eligibility },
    ...(unconfirmed && { isUnconfirmed: true }),
  };
}
