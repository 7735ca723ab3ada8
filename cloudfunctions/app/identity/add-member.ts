import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { needsGuardian } from '@tongcheng/shared/identity/age';
import type * as api from '@tongcheng/shared/identity/api';
import { maxFamilies, maxMembers } from '@tongcheng/shared/identity/family';
import { newDayId } from '@tongcheng/shared/ids';
import { fail, ok } from '@tongcheng/shared/result';
import { dayOf, wholeDayOf } from '@tongcheng/shared/time';
import { plainCode } from '@tongcheng/shared/typed-text';
import type { PersonFacts } from '../../vault/vault';
import type { UseCase } from '../use-case';
import { accountsOfPerson } from './account/accounts-of';
import { readAccount } from './account/change-account';
import { closings } from './closing-record';
import { type ClosingNeeds, releaseMember } from './erasure/close-person';
import { changeFamily, membershipId, membersOf } from './family/family-of';
import { familyView } from './family/family-view';
import { type FamilyMember, memberships } from './family-record';
import { askRegisters, type RegisterNeeds } from './verification/ask-registers';
import { checkClaim } from './verification/check-claim';
import { consentCode, isCode } from './verification/proof-codes';

type AddingNeeds = RegisterNeeds & ClosingNeeds & { readonly consentVersion: string };
type Claim = ParsedInputOf<typeof api.addMember>;

/**
 * Takes somebody without a phone into the caller's account (X-09, W-19): the same checks, registers and attempts of the day as for
 * oneself, and the guardian's consent for a child. Nothing is told of a person before the registers have matched all facts, and then only that
 * they may be scanned for (decision 150). Whoever has an account agrees by a code of theirs; of anybody else it is noted that nobody heard
 * their consent yet. Adding the same person again answers with the family as it is.
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
  return ok(await familyView(needs, holderId));
};

const knownAs = ({ vault }: AddingNeeds, { documentKind, documentNumber }: PersonFacts) =>
  vault.findByDocument(documentKind, documentNumber);

/** The membership first: from it everything else is found again, whatever is interrupted. */
async function join(needs: AddingNeeds, holderId: string, facts: PersonFacts, claim: Claim) {
  const { store } = needs;
  const known = await knownAs(needs, facts);
  const agreed = await agreedByAccount(needs, known, claim);
  if (agreed === false) return 'member-has-account';
  const { personId } = await needs.vault.enrol(facts, agreed === undefined ? 'replaced' : 'kept');
  const elsewhere = await store.count(memberships, { personId });
  const mine = membershipId(personId, holderId);
  if (elsewhere >= maxFamilies && !(await store.get(memberships, mine))) return 'member-elsewhere';
  await store.insert(memberships, { _id: mine, personId, holderId });
  await store.delete(closings, personId);
  const kept = await changeFamily(store, holderId, (members) =>
    joined(members, { ...newMember(needs, personId, facts, claim), ...(!agreed && { unconfirmed: true }) }),
  );
  if (kept.some((member) => member.personId === personId)) return undefined;
  await releaseMember(needs, personId, holderId);
  return 'family-limit';
}

/** Whether somebody with an account agreed by the code that it shows; undefined of somebody without one. */
async function agreedByAccount(
  { store, vault, clock }: AddingNeeds,
  personId: string | undefined,
  { code = '' }: Claim,
) {
  const theirs = personId === undefined ? [] : await accountsOfPerson(store, personId);
  if (theirs.length === 0) return undefined;
  const fits = theirs.map(({ _id }) => isCode(consentCode, vault, _id, plainCode(code), clock.now()));
  return (await Promise.all(fits)).includes(true);
}

/** Others may have been added meanwhile: then there may be no room. */
function joined(members: readonly FamilyMember[], member: FamilyMember): readonly FamilyMember[] {
  const isThere = members.some(({ personId }) => personId === member.personId);
  return isThere || members.length >= maxMembers ? members : [...members, member];
}

function newMember(needs: AddingNeeds, personId: string, facts: PersonFacts, { relation }: Claim): FamilyMember {
  const addedAt = wholeDayOf(needs.clock.now());
  const isChild = needsGuardian(facts.documentKind, facts.documentNumber, dayOf(addedAt));
  const memberId = newDayId(addedAt, needs.chance.bytes);
  return {
    memberId,
    personId,
    relation,
    addedAt,
    consentVersion: needs.consentVersion,
    ...(isChild && { guardian: true }),
  };
}
