import type { RiderCaller } from '@tongcheng/shared/caller';
import { needsGuardian } from '@tongcheng/shared/identity/age';
import { fail, ok } from '@tongcheng/shared/result';
import { dayOf, type Instant } from '@tongcheng/shared/time';
import type { PersonFacts } from '../../../vault/vault';
import { revoke } from '../../sessions/revocations';
import { reissueSession } from '../../sessions/sessions';
import { changeAccount } from '../account/change-account';
import type { RiderSessionNeeds } from '../account/rider-session';
import { riderSession } from '../account/rider-session';
import type { AccountRecord } from '../account-record';
import { closings } from '../closing-record';
import type { EligibilityNeeds } from '../eligibility/ask-eligibility';
import { withFreshEligibility } from '../eligibility/ask-eligibility';
import { leaveFamilies } from '../family/family-of';
import { askRegisters, type RegisterNeeds } from './ask-registers';

/** What making a person of an account takes, whoever told its facts. */
export interface JoinPersonNeeds extends RiderSessionNeeds, EligibilityNeeds, RegisterNeeds {}

/** What the account remembers of how its person came to it. */
export type Origin = Pick<AccountRecord, 'broughtAt'>;

/**
 * Makes an account that of a person, whoever named the facts: the registers are asked within the attempts of the day, the person
 * enters the vault, the status is fetched. A status that is missing or a source that is away never undoes it. Repeated with the
 * same facts it answers the same; with another name or phone of the same document the facts are checked anew and changed.
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
  const joined = known === 'the-same' ? account : await joinAccount(needs, account, facts, origin);
  if (!joined) return fail('already-authenticated');
  const current = await withFreshEligibility(needs, joined);
  return ok(await riderSession(needs, await reissueSession(needs, caller.sessionId), current));
}

/** What the account's person is to these facts. */
async function knownOf({ vault }: JoinPersonNeeds, { personId }: AccountRecord, facts: PersonFacts) {
  if (personId === undefined) return 'nobody';
  const { documentKind, documentNumber } = facts;
  if (personId !== (await vault.findByDocument(documentKind, documentNumber))) return 'another-document';
  const kept = (await vault.reveal([personId], 'own-data')).get(personId);
  const isSame = kept?.name === facts.name && kept.documentNumber === documentNumber && kept.phone === facts.phone;
  return isSame ? 'the-same' : 'changed';
}

/**
 * The account joined with the person of the document; tokens of before, which know of nobody, are told to renew. Whoever was
 * to be destroyed stays (decision 111), and whoever others scanned for leaves their families: they have a phone now (110).
 */
async function joinAccount(needs: JoinPersonNeeds, account: AccountRecord, facts: PersonFacts, origin: Origin) {
  const now = needs.clock.now();
  const { personId, created } = await needs.vault.enrol(facts);
  await needs.store.delete(closings, personId);
  const joined = await changeAccount(needs.store, account._id, (current) =>
    mayJoin(current, needs.consentVersion) ? { ...current, ...origin, ...guardian(facts, now), personId } : current,
  );
  if (joined.personId === personId) {
    await revoke(needs, { about: account._id, effect: 'stale' });
    await leaveFamilies(needs.store, personId);
    return joined;
  }
  if (created) await needs.vault.forget(personId);
  return undefined;
}

/** A claim of somebody under fourteen comes this far only with a guardian's consent; that it was given is kept. */
const guardian = (
  { documentKind, documentNumber }: PersonFacts,
  now: Instant,
): Pick<AccountRecord, 'guardianConsentedAt'> =>
  needsGuardian(documentKind, documentNumber, dayOf(now)) ? { guardianConsentedAt: now } : {};

/** Another request may have joined a person in the meantime, or withdrawn consent: then nothing is changed. */
const mayJoin = (account: AccountRecord, consentVersion: string): boolean =>
  account.personId === undefined && account.consentVersion === consentVersion;
