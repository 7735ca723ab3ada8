import { mostMembers } from '@tongcheng/shared/identity/family';
import type { FamilyView, MemberView } from '@tongcheng/shared/identity/wire';
import type { Provider } from '../account-record';
import type { StandingNeeds } from '../eligibility/ask-eligibility';
import type { FamilyMember } from '../family-record';
import { membersOf } from './family-of';
import { standingOfMember, withFreshMember } from './member-eligibility';

/** The family of a holder with the latest standing of each; whoever was forgotten meanwhile is absent. */
export async function familyView(needs: StandingNeeds, holderId: string, channel: Provider): Promise<FamilyView> {
  const members: MemberView[] = [];
  for (const member of await membersOf(needs.store, holderId)) {
    const shown = await memberView(needs, await withFreshMember(needs, holderId, channel, member));
    if (shown) members.push(shown);
  }
  return { members, most: mostMembers };
}

async function memberView({ vault }: StandingNeeds, member: FamilyMember): Promise<MemberView | undefined> {
  const masked = await vault.masked(member.personId);
  if (!masked) return undefined;
  const { maskedName, documentKind, maskedDocument } = masked;
  const { memberId, relation, addedAt } = member;
  const standing = await standingOfMember(vault, member);
  return { memberId, relation, maskedName, documentKind, maskedDocument, addedAt, standing };
}
