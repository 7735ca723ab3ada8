import type * as api from '@tongcheng/shared/identity/api';
import { ok } from '@tongcheng/shared/result';
import { endSessionsOf } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { accountsOf } from './account/accounts-of';
import { changeAccount } from './account/change-account';
import { bareAccount } from './account-record';
import { endedAccounts } from './closing-record';
import { type ClosingNeeds, closePerson } from './erasure/close-person';

/**
 * Deletes the rider's account on every platform: the person is closed, sessions end everywhere within seconds, the
 * accounts are removed. Answers the day on which the last of it is destroyed, absent when that is done. Repeating completes
 * what was interrupted.
 */
export const deleteAccount: UseCase<typeof api.deleteAccount, ClosingNeeds> = async (needs, caller) => {
  const all = await accountsOf(needs.store, caller);
  const personId = all.find(({ _id }) => _id === caller.accountId)?.personId;
  const endedAt = needs.clock.now();
  for (const { _id } of all) await needs.store.insert(endedAccounts, { _id, endedAt });
  const keptUntil = personId === undefined ? undefined : await closePerson(needs, personId);
  for (const { _id } of all) {
    await changeAccount(needs.store, _id, bareAccount);
    await endSessionsOf(needs, _id);
  }
  return ok(keptUntil === undefined ? {} : { keptUntil });
};
