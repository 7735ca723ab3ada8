import type { RiderCaller } from '@tongcheng/shared/caller';
import { fail, ok } from '@tongcheng/shared/result';
import { ProviderAway } from '../../ports/provider-away';
import type { RealName } from '../../ports/real-name';
import type { PersonFacts } from '../../vault/vault';
import type { AccountRecord } from './account-record';
import type { StandingNeeds } from './ask-standing';
import { withFreshStanding } from './ask-standing';
import { changeAccount } from './change-account';
import type { IdentityTriesNeeds } from './identity-tries';
import { identityTry } from './identity-tries';
import type { Limits } from './limits';
import { revoke } from './revocations';
import type { RiderSessionNeeds } from './rider-session';
import { riderSession } from './rider-session';
import { reissueSession } from './sessions';

export interface EstablishNeeds extends RiderSessionNeeds, StandingNeeds, IdentityTriesNeeds {
  readonly realName: RealName;
  readonly limits: Limits;
}

/** What the account remembers of how its person came to it. */
export type Origin = Pick<AccountRecord, 'broughtAt'>;

/**
 * Makes an account that of a person, whoever named the facts: the registers are asked within the tries of the day, the person
 * enters the vault, the status is fetched. A status that is missing or a source that is away never undoes it. Repeated with the
 * same facts it answers the same; with another name or phone of the same document the facts are checked anew and changed.
 */
export async function establish(
  needs: EstablishNeeds,
  caller: RiderCaller,
  account: AccountRecord,
  facts: PersonFacts,
  origin: Origin = {},
) {
  const known = await knownOf(needs, account, facts);
  if (known === 'another-document') return fail('already-authenticated');
  const registered = known === 'the-same' ? 'match' : await register(needs, caller, facts);
  if (registered !== 'match') return fail(registered);
  const joined = known === 'the-same' ? account : await join(needs, account, facts, origin);
  if (!joined) return fail('already-authenticated');
  const current = await withFreshStanding(needs, joined);
  return ok(await riderSession(needs, await reissueSession(needs, caller.sessionId), current));
}

/** What the account's person is to these facts. */
async function knownOf({ vault }: EstablishNeeds, { personId }: AccountRecord, facts: PersonFacts) {
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
async function register(needs: EstablishNeeds, caller: RiderCaller, facts: PersonFacts) {
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
async function join(needs: EstablishNeeds, account: AccountRecord, facts: PersonFacts, origin: Origin) {
  const { personId, created } = await needs.vault.enrol(facts);
  const joined = await changeAccount(needs.store, account._id, (current) =>
    mayJoin(current, needs.consentVersion) ? { ...current, ...origin, personId } : current,
  );
  if (joined.personId === personId) {
    await revoke(needs, { about: account._id, effect: 'stale' });
    return joined;
  }
  if (created) await needs.vault.forget(personId);
  return undefined;
}

/** Another request may have joined a person in the meantime, or withdrawn consent: then nothing is changed. */
const mayJoin = (account: AccountRecord, consentVersion: string): boolean =>
  account.personId === undefined && account.consentVersion === consentVersion;

async function askRegister(realName: RealName, facts: PersonFacts) {
  try {
    return await realName.check(facts);
  } catch (fault) {
    if (fault instanceof ProviderAway) return 'away';
    throw fault;
  }
}
