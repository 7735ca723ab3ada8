import type { Channel } from '@tongcheng/shared/caller';
import { maxMembers } from '@tongcheng/shared/identity/family';
import type { FamilyView, MemberView } from '@tongcheng/shared/identity/wire';
import type { EligibilityNeeds } from '../eligibility/ask-eligibility';
import type { FamilyMember } from '../family-record';
import { membersOf } from './family-of';
import { eligibilityOfMember, withFreshMember } from './member-eligibility';

/** The family of a holder with the latest eligibility of each; whoever was forgotten meanwhile is absent. */
export async function familyView(needs: EligibilityNeeds, holderId: string, channel: Channel): Promise<FamilyView> {
  const members: MemberView[] = [];
  for (const member of await membersOf(needs.store, holderId)) {
    const shown = await memberView(needs, await withFreshMember(needs, holderId, channel, member));
    if (shown) members.push(shown);
  }
  return { members, most: maxMembers };
}

async function memberView({ vault }: EligibilityNeeds, member: FamilyMember): Promise<MemberView | undefined> {
  const masked = await vault.masked(member.personId);
  if (!masked) return undefined;
  const { maskedName, documentKind, maskedDocument } = masked;
  const { memberId, relation, addedAt } = member;
  const eligibility = await eligibilityOfMember(vault, member);
  return { memberId, relation, maskedName, documentKind, maskedDocument, addedAt, standing: eligibility };
}
