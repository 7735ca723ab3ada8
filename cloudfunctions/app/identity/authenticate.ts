import type { RiderCaller } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/identity/api';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { fail, ok } from '@tongcheng/shared/result';
import { dayOf } from '@tongcheng/shared/time';
import { ProviderAway } from '../../ports/provider-away';
import type { RealName } from '../../ports/real-name';
import type { PersonFacts } from '../../vault/vault';
import type { UseCase } from '../use-case';
import type { StandingNeeds } from './ask-standing';
import { askStanding } from './ask-standing';
import { changeAccount, readAccount } from './change-account';
import { checkClaim } from './check-claim';
import type { RiderSessionNeeds } from './rider-session';
import { riderSession } from './rider-session';
import { reissueSession } from './sessions';
import type { TriesADay } from './tries';
import { takeTry } from './tries';

export interface AuthenticateNeeds extends RiderSessionNeeds, StandingNeeds {
  readonly realName: RealName;
  readonly triesADay: TriesADay;
}

/**
 * Real-name authentication, once (W-01, W-02, W-05): what is typed is checked by its own rule, then by the state's register
 * within the tries of the day; then the person is in the vault and the status is fetched. A status that is missing or a
 * source that is away never undoes the authentication.
 */
export const authenticate: UseCase<typeof api.authenticate, AuthenticateNeeds> = async (needs, caller, claim) => {
  if (caller.personId !== undefined) return fail('already-authenticated');
  const held = await readAccount(needs.store, caller.accountId);
  if (held.consentVersion !== consentVersion) return fail('consent-missing');
  if (held.personId !== undefined) return fail('already-authenticated');
  const checked = checkClaim(claim, dayOf(needs.clock.now()));
  if (!checked.ok) return checked;
  if (!(await mayTry(needs, caller, checked.value))) return fail('too-many-tries');
  const answer = await askRegister(needs.realName, checked.value);
  if (answer === 'away') return fail('real-name-unavailable');
  if (answer !== 'match') return fail('real-name-mismatch');
  const { personId } = await needs.vault.enrol(checked.value);
  const enrolled = await changeAccount(needs.store, caller.accountId, (account) => ({ ...account, personId }));
  const account = await askStanding(needs, enrolled);
  return ok(await riderSession(needs, await reissueSession(needs, caller.sessionId), account));
};

/** Limits per account, per document and per address (safety: unlimited tries at sign-in); blind, so that they tell nothing. */
async function mayTry(needs: AuthenticateNeeds, caller: RiderCaller, facts: PersonFacts): Promise<boolean> {
  const document = await needs.vault.blindIndex('try-document', `${facts.documentKind}:${facts.documentNumber}`);
  const address = await needs.vault.blindIndex('try-address', caller.address);
  const { triesADay } = needs;
  return (
    (await takeTry(needs, `account.${caller.accountId}`, triesADay.account)) &&
    (await takeTry(needs, `document.${document}`, triesADay.document)) &&
    (await takeTry(needs, `address.${address}`, triesADay.address))
  );
}

async function askRegister(realName: RealName, { name, documentKind, documentNumber }: PersonFacts) {
  try {
    return await realName.check({ name, documentKind, documentNumber });
  } catch (fault) {
    if (fault instanceof ProviderAway) return 'away';
    throw fault;
  }
}
