import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { needsGuardian } from '@tongcheng/shared/identity/age';
import type * as api from '@tongcheng/shared/identity/api';
import { maxFamilies, maxMembers } from '@tongcheng/shared/identity/family';
import { newId } from '@tongcheng/shared/ids';
import { fail, ok } from '@tongcheng/shared/result';
import { dayOf } from '@tongcheng/shared/time';
import type { PersonFacts } from '../../vault/vault';
import type { UseCase } from '../use-case';
import { readAccount } from './account/change-account';
import { accounts } from './account-record';
import { closings } from './closing-record';
import type { EligibilityNeeds } from './eligibility/ask-eligibility';
import { type ClosingNeeds, releaseMember } from './erasure/close-person';
import { changeFamily, membershipId, membersOf } from './family/family-of';
import { familyView } from './family/family-view';
import { type FamilyMember, memberships } from './family-record';
import { askRegisters, type RegisterNeeds } from './verification/ask-registers';
import { checkClaim } from './verification/check-claim';

type AddingNeeds = EligibilityNeeds & RegisterNeeds & ClosingNeeds & { readonly consentVersion: string };
type Claim = ParsedInputOf<typeof api.addMember>;

/**
 * Takes somebody without a phone into the caller's account (X-09, W-19): the same checks, registers and attempts of the day as for
 * oneself, and the guardian's consent for a child. Nothing is told of a person before the registers have matched all facts.
 * Adding the same person again answers with the family as it is.
 */
export const addMember: UseCase<typeof api.addMember, AddingNeeds> = async (needs, caller, claim) => {
  const account = await readAccount(needs.store, caller.accountId);
  const { personId: holderId } = account;
  if (holderId === undefined) return fail(account.claimedPersonId ? 'identity-not-proven' : 'not-authenticated');
  if (account.consentVersion !== needs.consentVersion) return fail('consent-missing');
  const checked = checkClaim(claim, dayOf(needs.clock.now()));
  if (!checked.ok) return checked;
  const known = await knownAs(needs, checked.value);
  if (known === holderId) return fail('member-is-you');
  const members = await membersOf(needs.store, holderId);
  if (members.length >= maxMembers && !members.some(({ personId }) => personId === known)) return fail('family-limit');
  const registered = await askRegisters(needs, caller, checked.value);
  if (registered !== 'match') return fail(registered);
  const refused = await join(needs, holderId, checked.value, claim);
  if (refused) return fail(refused);
  return ok(await familyView(needs, holderId, account.provider));
};

const knownAs = ({ vault }: AddingNeeds, { documentKind, documentNumber }: PersonFacts) =>
  vault.findByDocument(documentKind, documentNumber);

/** The membership first: from it everything else is found again, whatever is interrupted. */
async function join(needs: AddingNeeds, holderId: string, facts: PersonFacts, claim: Claim) {
  const { store } = needs;
  const known = await knownAs(needs, facts);
  if (known !== undefined && (await store.count(accounts, { personId: known })) > 0) return 'member-has-account';
  const { personId } = await needs.vault.enrol(facts);
  const elsewhere = await store.count(memberships, { personId });
  const mine = membershipId(personId, holderId);
  if (elsewhere >= maxFamilies && !(await store.get(memberships, mine))) return 'member-elsewhere';
  await store.insert(memberships, { _id: mine, personId, holderId });
  await store.delete(closings, personId);
  const kept = await changeFamily(store, holderId, (members) =>
    joined(members, newMember(needs, personId, facts, claim)),
  );
  if (kept.some((member) => member.personId === personId)) return undefined;
  await releaseMember(needs, personId, holderId);
  return 'family-limit';
}

/** Others may have been added meanwhile: then there may be no room. */
function joined(members: readonly FamilyMember[], member: FamilyMember): readonly FamilyMember[] {
  const isThere = members.some(({ personId }) => personId === member.personId);
  return isThere || members.length >= maxMembers ? members : [...members, member];
}

function newMember(needs: AddingNeeds, personId: string, facts: PersonFacts, { relation }: Claim): FamilyMember {
  const addedAt = needs.clock.now();
  const isChild = needsGuardian(facts.documentKind, facts.documentNumber, dayOf(addedAt));
  const memberId = newId(addedAt, needs.chance.bytes);
  return {
    memberId,
    personId,
    relation,
    addedAt,
    consentVersion: needs.consentVersion,
    ...(isChild && { guardian: true }),
  };
}
