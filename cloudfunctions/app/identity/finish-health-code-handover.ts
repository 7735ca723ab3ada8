import type * as api from '@tongcheng/shared/identity/handover-api';
import { fail } from '@tongcheng/shared/result';
import { dayOf } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import { answerOrAway } from '../../ports/service-unavailable';
import type { UseCase } from '../use-case';
import { changeAccount, readAccount } from './account/change-account';
import { withoutForgotten } from './account/rider-session';
import type { AccountRecord } from './account-record';
import { checkClaim } from './verification/check-claim';
import type { JoinPersonNeeds } from './verification/join-person';
import { joinPerson } from './verification/join-person';

/**
 * W-02: asks whether the holder of the health code agreed, and takes their identity over. It is checked like what is typed, by the registers
 * too, and proves nothing that typing does not (decision 159): who agreed on that page need not hold this phone.
 */
export const finishHealthCodeHandover: UseCase<typeof api.finishHealthCodeHandover, JoinPersonNeeds> = async (
  needs,
  caller,
) => {
  const { _v, ...held } = await readAccount(needs.store, caller.accountId);
  const account = await withoutForgotten(needs, held);
  if (account.consentVersion !== needs.consentVersion) return fail('consent-missing');
  const { handover } = needs.healthStatus;
  if (!handover) return fail('health-code-handover-not-offered');
  const { healthCodeConsent } = account;
  if (healthCodeConsent === undefined) return fail('health-code-refused');
  const holder = await answerOrAway(() => handover.outcome(healthCodeConsent));
  if (holder === 'away') return fail('health-code-unavailable');
  if (holder === 'pending') return fail('health-code-pending');
  const end = () => endConsent(needs.store, account._id, healthCodeConsent);
  if (typeof holder === 'string') {
    await end();
    return fail(holder === 'refused' ? 'health-code-refused' : 'health-code-incomplete');
  }
  const checked = checkClaim(holder, dayOf(needs.clock.now()));
  if (!checked.ok) {
    await end();
    return fail('health-code-incomplete');
  }
  const joined = await joinPerson(needs, caller, account, checked.value);
  // A register that is away is asked again without asking the holder again.
  if (joined.ok || joined.failure.code !== 'real-name-unavailable') await end();
  return joined;
};

/** The account without the consent; one that was begun since stays. */
const endConsent = (store: DocumentStore, accountId: string, consent: string) =>
  changeAccount(store, accountId, (held): AccountRecord => {
    if (held.healthCodeConsent !== consent) return held;
    const { healthCodeConsent: _over, ...rest } = held;
    return rest;
  });
