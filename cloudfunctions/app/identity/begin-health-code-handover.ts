import type * as api from '@tongcheng/shared/identity/handover-api';
import { fail, ok } from '@tongcheng/shared/result';
import { answerOrAway } from '../../ports/service-unavailable';
import type { UseCase } from '../use-case';
import { changeAccount, readAccount } from './account/change-account';
import { withoutForgotten } from './account/rider-session';
import { ridesAs } from './account-record';
import { returnAttempt, takeAttempt } from './attempts/take-attempt';
import type { JoinPersonNeeds } from './verification/join-person';

interface Needs extends JoinPersonNeeds {
  readonly publicUrl: string;
}

/**
 * W-02: begins to bring an identity from the health code. Nothing about anybody goes out: the platform gives a page on which the holder
 * of a code agrees. One that is begun again takes the place of the first.
 */
export const beginHealthCodeHandover: UseCase<typeof api.beginHealthCodeHandover, Needs> = async (needs, caller) => {
  const { _v, ...held } = await readAccount(needs.store, caller.accountId);
  const account = await withoutForgotten(needs, held);
  if (account.consentVersion !== needs.consentVersion) return fail('consent-missing');
  if (ridesAs(account) !== undefined) return fail('already-authenticated');
  const { handover } = needs.healthStatus;
  if (!handover) return fail('health-code-handover-not-offered');
  const attempts = `health-code.${caller.accountId}`;
  if (!(await takeAttempt(needs, attempts, needs.attemptsADay.account))) return fail('too-many-tries');
  const begun = await answerOrAway(() => handover.begin(`${needs.publicUrl}/app/`));
  if (begun === 'away') {
    await returnAttempt(needs, attempts);
    return fail('health-code-unavailable');
  }
  const { consentId: healthCodeConsent, pages } = begun;
  await changeAccount(needs.store, caller.accountId, (current) => ({ ...current, healthCodeConsent }));
  return ok({ pages });
};
