import type * as api from '@tongcheng/shared/identity/api';
import { ok } from '@tongcheng/shared/result';
import { endSessionsOf } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { type OwnAccounts, ownAccounts } from './account/accounts-of';
import { changeAccount } from './account/change-account';
import { bareAccount } from './account-record';
import { endedAccount, endedAccounts } from './closing-record';
import { type ClosingNeeds, closePerson, leavePerson } from './erasure/close-person';

/**
 * Deletes the rider's account on every platform: the person is closed, sessions end everywhere within seconds, the
 * accounts are removed. Answers the day on which the last of it is destroyed, absent when that is done. Repeating completes
 * what was interrupted. An account that does not speak for its person deletes itself and nothing of theirs.
 */
export const deleteAccount: UseCase<typeof api.deleteAccount, ClosingNeeds> = async (needs, caller) => {
  const mine = await ownAccounts(needs.store, caller);
  const now = needs.clock.now();
  for (const { _id } of mine.all) await needs.store.insert(endedAccounts, endedAccount(needs.vault, _id, now));
  const keptUntil = await endOf(needs, mine);
  for (const { _id } of mine.all) {
    await changeAccount(needs.store, _id, bareAccount);
    await endSessionsOf(needs, _id);
  }
  return ok(keptUntil === undefined ? {} : { keptUntil });
};

const endOf = (needs: ClosingNeeds, { own, speaksForPerson }: OwnAccounts) =>
  speaksForPerson && own.personId !== undefined ? closePerson(needs, own.personId) : leavePerson(needs, own);
