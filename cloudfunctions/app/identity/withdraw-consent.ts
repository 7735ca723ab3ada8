import type * as api from '@tongcheng/shared/identity/api';
import { ok } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import { accounts, bareAccount } from './account-record';
import { changeAccount, readAccount } from './change-account';
import { revoke } from './revocations';
import type { RiderSessionNeeds } from './rider-session';
import { riderSession } from './rider-session';
import { reissueSession } from './sessions';

export interface WithdrawNeeds extends RiderSessionNeeds {
  /** Removes the cards of a person; the cards room brings it. */
  readonly removeCards: (store: DocumentStore, personId: string) => Promise<void>;
}

/**
 * Withdraws consent: cards are unbound, the person's key is destroyed, and the identity leaves every account of the
 * person. Scans stay under their day pseudonyms until their retention ends, as the law of the emergency asks. Who the
 * person is comes from the account, not from the token, which may be older; repeating completes what was interrupted.
 */
export const withdrawConsent: UseCase<typeof api.withdrawConsent, WithdrawNeeds> = async (needs, caller) => {
  const { personId } = await readAccount(needs.store, caller.accountId);
  if (personId !== undefined) await forgetPerson(needs, personId);
  const account = await changeAccount(needs.store, caller.accountId, bareAccount);
  await revoke(needs, { about: caller.accountId, effect: 'stale' });
  return ok(await riderSession(needs, await reissueSession(needs, caller.sessionId), account));
};

async function forgetPerson(needs: WithdrawNeeds, personId: string): Promise<void> {
  await needs.removeCards(needs.store, personId);
  await needs.vault.forget(personId);
  for await (const batch of needs.store.stream(accounts, { where: { personId } }))
    for (const { _id } of batch) {
      await changeAccount(needs.store, _id, bareAccount);
      await revoke(needs, { about: _id, effect: 'stale' });
    }
}
