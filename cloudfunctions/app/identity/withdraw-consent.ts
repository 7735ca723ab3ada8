import type * as api from '@tongcheng/shared/identity/api';
import { ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import { bareAccount } from './account-record';
import { changeAccount, readAccount } from './change-account';
import { type ClosingNeeds, closePerson } from './close-person';
import { revoke } from './revocations';
import type { RiderSessionNeeds } from './rider-session';
import { riderSession } from './rider-session';
import { reissueSession } from './sessions';

/**
 * Withdraws consent: the person is closed (cards, family, identity, and the key as soon as no ride can be traced), the account
 * goes on without identity. Scans stay under their day pseudonyms until their retention ends, as the law of the emergency
 * asks. Who the person is comes from the account, not from the token, which may be older; repeating completes what was
 * interrupted.
 */
export const withdrawConsent: UseCase<typeof api.withdrawConsent, RiderSessionNeeds & ClosingNeeds> = async (
  needs,
  caller,
) => {
  const { personId } = await readAccount(needs.store, caller.accountId);
  if (personId !== undefined) await closePerson(needs, personId);
  const account = await changeAccount(needs.store, caller.accountId, bareAccount);
  await revoke(needs, { about: caller.accountId, effect: 'stale' });
  return ok(await riderSession(needs, await reissueSession(needs, caller.sessionId), account));
};
