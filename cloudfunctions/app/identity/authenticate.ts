import type { RiderCaller } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/identity/api';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { fail, ok } from '@tongcheng/shared/result';
import { dayOf } from '@tongcheng/shared/time';
import { ProviderAway } from '../../ports/provider-away';
import type { RealName } from '../../ports/real-name';
import type { PersonFacts } from '../../vault/vault';
import type { UseCase } from '../use-case';
import type { AccountRecord } from './account-record';
import type { StandingNeeds } from './ask-standing';
import { withFreshStanding } from './ask-standing';
import { changeAccount, readAccount } from './change-account';
import { checkClaim } from './check-claim';
import type { IdentityTriesNeeds } from './identity-tries';
import { identityTry } from './identity-tries';
import type { Limits } from './limits';
import { revoke } from './revocations';
import type { RiderSessionNeeds } from './rider-session';
import { riderSession, withoutForgotten } from './rider-session';
import { reissueSession } from './sessions';

export interface AuthenticateNeeds extends RiderSessionNeeds, StandingNeeds, IdentityTriesNeeds {
  readonly realName: RealName;
  readonly limits: Limits;
}

/**
 * Real-name authentication, once (W-01, W-02, W-05): what is typed is checked by its own rule, then by the registers within
 * the tries of the day; then the person is in the vault and the status is fetched. A status that is missing or a source
 * that is away never undoes the authentication. Repeated with the same facts it answers the same; with another name or
 * phone of the same document it is checked anew and the facts are changed.
 */
export const authenticate: UseCase<typeof api.authenticate, AuthenticateNeeds> = async (needs, caller, claim) => {
  const { _v, ...held } = await readAccount(needs.store, caller.accountId);
  const account = await withoutForgotten(needs, held);
  if (account.consentVersion !== consentVersion) return fail('consent-missing');
  const checked = checkClaim(claim, dayOf(needs.clock.now()));
  if (!checked.ok) return checked;
  const known = await knownOf(needs, account, checked.value);
  if (known === 'another-document') return fail('already-authenticated');
  const registered = known === 'the-same' ? 'match' : await register(needs, caller, checked.value);
  if (registered !== 'match') return fail(registered);
  const joined = known === 'the-same' ? account : await join(needs, account, checked.value);
  if (!joined) return fail('already-authenticated');
  const current = await withFreshStanding(needs, joined);
  return ok(await riderSession(needs, await reissueSession(needs, caller.sessionId), current));
};

/** What the account's person is to these facts. */
async function knownOf({ vault }: AuthenticateNeeds, { personId }: AccountRecord, facts: PersonFacts) {
  if (personId === undefined) return 'nobody';
  const { documentKind, documentNumber } = facts;
  if (personId !== (await vault.findByDocument(documentKind, documentNumber))) return 'another-document';
  const kept = (await vault.reveal([personId], 'own-data')).get(personId);
  const isSame = kept?.name === facts.name && kept.documentNumber === documentNumber && kept.phone === facts.phone;
  return isSame ? 'the-same' : 'changed';
}

/**
 * The registers' word, within what all together may ask and within the tries of the day. A try without an answer is given back; one that matched
 * to its address.
 */
async function register(needs: AuthenticateNeeds, caller: RiderCaller, facts: PersonFacts) {
  const all = { max: needs.triesADay.allAMinute, perSeconds: 60 };
  if (!needs.limits.take('identity-checks', all)) return 'real-name-unavailable';
  const counted = await identityTry(needs, caller, facts);
  if (!(await counted.take())) return 'too-many-tries';
  const answer = await askRegister(needs.realName, facts);
  if (answer === 'away') await counted.giveBack();
  if (answer === 'away') return 'real-name-unavailable';
  if (answer !== 'match') return 'real-name-mismatch';
  await counted.giveBackToAddress();
  return 'match';
}

/** The account joined with the person of the document; tokens of before, which know of nobody, are told to renew. */
async function join(needs: AuthenticateNeeds, account: AccountRecord, facts: PersonFacts) {
  const { personId, created } = await needs.vault.enrol(facts);
  const joined = await changeAccount(needs.store, account._id, (current) => joinedWith(current, personId));
  if (joined.personId === personId) {
    await revoke(needs, { about: account._id, effect: 'stale' });
    return joined;
  }
  if (created) await needs.vault.forget(personId);
  return undefined;
}

/** Another request may have joined a person in the meantime, or withdrawn consent: then nothing is changed. */
const joinedWith = (account: AccountRecord, personId: string): AccountRecord =>
  account.personId === undefined && account.consentVersion === consentVersion ? { ...account, personId } : account;

async function askRegister(realName: RealName, facts: PersonFacts) {
  try {
    return await realName.check(facts);
  } catch (fault) {
    if (fault instanceof ProviderAway) return 'away';
    throw fault;
  }
}
