import { unansweredEligibility } from '@tongcheng/shared/eligibility';
import { maxMembers } from '@tongcheng/shared/identity/family';
import type { FamilyView, MemberView } from '@tongcheng/shared/identity/wire';
import { dayOf } from '@tongcheng/shared/time';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import type { FamilyMember } from '../family-record';
import { memberCode } from '../verification/proof-codes';
import { membersOf } from './family-of';

/** What showing a family takes. */
export interface FamilyViewNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
}

/** The family of a holder; whoever was forgotten meanwhile is absent. */
export async function familyView(needs: FamilyViewNeeds, holderId: string): Promise<FamilyView> {
  const members: MemberView[] = [];
  for (const member of await membersOf(needs.store, holderId)) {
    const shown = await memberView(needs, member);
    if (shown) members.push(shown);
  }
  return { members, most: maxMembers };
}

async function memberView({ vault, clock }: FamilyViewNeeds, member: FamilyMember): Promise<MemberView | undefined> {
  const masked = await vault.masked(member.personId);
  if (!masked) return undefined;
  const { maskedName, documentKind, maskedDocument } = masked;
  const { memberId, relation, addedAt } = member;
  const standing = unansweredEligibility;
  const code = member.unconfirmed && (await memberCode(vault, memberId, dayOf(clock.now())));
  const shown = { memberId, relation, maskedName, documentKind, maskedDocument, addedAt, standing };
  return code ? { ...shown, code } : shown;
}
