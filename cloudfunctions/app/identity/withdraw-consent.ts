import type * as api from '@tongcheng/shared/identity/api';
import { ok } from '@tongcheng/shared/result';
import { revoke } from '../sessions/revocations';
import { reissueSession } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { ownAccounts } from './account/accounts-of';
import { changeAccount } from './account/change-account';
import type { RiderSessionNeeds } from './account/rider-session';
import { riderSession } from './account/rider-session';
import { bareAccount } from './account-record';
import { type ClosingNeeds, closePerson, leavePerson } from './erasure/close-person';

/**
 * Withdraws consent: the person is closed (cards, family, identity, and the key as soon as no ride can be traced), the account
 * goes on without identity. Scans stay under their day pseudonyms until their retention ends, as the law of the emergency
 * asks. Who the person is comes from the account, not from the token, which may be older; repeating completes what was
 * interrupted. An account that does not speak for its person leaves it, and nothing of theirs changes.
 */
export const withdrawConsent: UseCase<typeof api.withdrawConsent, RiderSessionNeeds & ClosingNeeds> = async (
  needs,
  caller,
) => {
  const { own, speaksForPerson } = await ownAccounts(needs.store, caller);
  if (speaksForPerson && own.personId !== undefined) await closePerson(needs, own.personId);
  else await leavePerson(needs, own);
  const account = await changeAccount(needs.store, caller.accountId, bareAccount);
  await revoke(needs, { about: caller.accountId, effect: 'stale' });
  return ok(await riderSession(needs, await reissueSession(needs, caller.sessionId), account));
};
