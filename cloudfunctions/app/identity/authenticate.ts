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
import type { RiderSessionNeeds } from './rider-session';
import { riderSession } from './rider-session';
import { reissueSession } from './sessions';

export interface AuthenticateNeeds extends RiderSessionNeeds, StandingNeeds, IdentityTriesNeeds {
  readonly realName: RealName;
}

/**
 * Real-name authentication, once (W-01, W-02, W-05): what is typed is checked by its own rule, then by the state's register
 * within the tries of the day; then the person is in the vault and the status is fetched. A status that is missing or a
 * source that is away never undoes the authentication. Repeating it with the same document answers the same.
 */
export const authenticate: UseCase<typeof api.authenticate, AuthenticateNeeds> = async (needs, caller, claim) => {
  const held = await readAccount(needs.store, caller.accountId);
  if (held.consentVersion !== consentVersion) return fail('consent-missing');
  const checked = checkClaim(claim, dayOf(needs.clock.now()));
  if (!checked.ok) return checked;
  const registered = held.personId === undefined ? await register(needs, caller, checked.value) : 'match';
  if (registered !== 'match') return fail(registered);
  const account = await joinedAccount(needs, caller.accountId, checked.value);
  if (!account) return fail('already-authenticated');
  const current = await withFreshStanding(needs, account);
  return ok(await riderSession(needs, await reissueSession(needs, caller.sessionId), current));
};

/** The state register's word on name and document, within the tries of the day; a try without an answer is given back. */
async function register(needs: AuthenticateNeeds, caller: RiderCaller, facts: PersonFacts) {
  const counted = await identityTry(needs, caller, facts);
  if (!(await counted.take())) return 'too-many-tries';
  const answer = await askRegister(needs.realName, facts);
  if (answer === 'away') await counted.giveBack();
  if (answer === 'away') return 'real-name-unavailable';
  return answer === 'match' ? 'match' : 'real-name-mismatch';
}

/** The account joined with the person of the document; undefined when it is joined with another one already. */
async function joinedAccount(
  needs: AuthenticateNeeds,
  accountId: string,
  facts: PersonFacts,
): Promise<AccountRecord | undefined> {
  const { _v, ...held } = await readAccount(needs.store, accountId);
  if (held.personId !== undefined) return (await isPersonOf(needs, held, facts)) ? held : undefined;
  const { personId } = await needs.vault.enrol(facts);
  const account = await changeAccount(needs.store, accountId, (current) => joined(current, personId));
  return account.personId === personId ? account : undefined;
}

const isPersonOf = async ({ vault }: AuthenticateNeeds, { personId }: AccountRecord, facts: PersonFacts) =>
  personId === (await vault.findByDocument(facts.documentKind, facts.documentNumber));

/** Another request may have joined a person in the meantime, or withdrawn consent: then nothing is changed. */
const joined = (account: AccountRecord, personId: string): AccountRecord =>
  account.personId === undefined && account.consentVersion === consentVersion ? { ...account, personId } : account;

async function askRegister(realName: RealName, { name, documentKind, documentNumber }: PersonFacts) {
  try {
    return await realName.check({ name, documentKind, documentNumber });
  } catch (fault) {
    if (fault instanceof ProviderAway) return 'away';
    throw fault;
  }
}
