import type { RiderCaller } from '@tongcheng/shared/caller';
import { fail, ok } from '@tongcheng/shared/result';
import type { PersonFacts } from '../../../vault/vault';
import { reissueSession } from '../../sessions/sessions';
import type { RiderSessionNeeds } from '../account/rider-session';
import { riderSession } from '../account/rider-session';
import { type AccountRecord, ridesAs } from '../account-record';
import type { EligibilityNeeds } from '../eligibility/ask-eligibility';
import { withFreshEligibility } from '../eligibility/ask-eligibility';
import { askRegisters, type RegisterNeeds } from './ask-registers';
import { joinAccount, type Origin } from './join-account';

/** What making a person of an account takes, whoever told its facts. */
export interface JoinPersonNeeds extends RiderSessionNeeds, EligibilityNeeds, RegisterNeeds {}

/**
 * Makes an account that of a person, whoever named the facts: the registers are asked within the attempts of the day, the person
 * enters the vault, the status is fetched. A status that is missing or a source that is away never undoes it. Repeated with the
 * same facts it answers the same; with another name or phone of the same document the facts are checked anew and changed. Knowing the
 * facts of somebody who is there already makes a claim (`join-account.ts`).
 */
export async function joinPerson(
  needs: JoinPersonNeeds,
  caller: RiderCaller,
  account: AccountRecord,
  facts: PersonFacts,
  origin: Origin = {},
) {
  const known = await knownOf(needs, account, facts);
  if (known === 'another-document') return fail('already-authenticated');
  const registered = known === 'the-same' ? 'match' : await askRegisters(needs, caller, facts);
  if (registered !== 'match') return fail(registered);
  const isDone = known === 'the-same' && account.personId !== undefined && origin.broughtAt === undefined;
  const joined = isDone ? account : await joinAccount(needs, account, facts, origin);
  if (!joined) return fail('already-authenticated');
  const current = await withFreshEligibility(needs, joined);
  return ok(await riderSession(needs, await reissueSession(needs, caller.sessionId), current));
}

/** What the account's person, or whom it claims to be, is to these facts. */
async function knownOf({ vault }: JoinPersonNeeds, account: AccountRecord, facts: PersonFacts) {
  const personId = ridesAs(account);
  if (personId === undefined) return 'nobody';
  const { documentKind, documentNumber } = facts;
  if (personId !== (await vault.findByDocument(documentKind, documentNumber))) return 'another-document';
  const kept = (await vault.reveal([personId], 'own-data')).get(personId);
  const isSame = kept?.name === facts.name && kept.documentNumber === documentNumber && kept.phone === facts.phone;
  return isSame ? 'the-same' : 'changed';
}
