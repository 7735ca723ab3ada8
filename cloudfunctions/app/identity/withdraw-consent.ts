import type * as api from '@tongcheng/shared/identity/api';
import { ok } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import type { AccountRecord } from './account-record';
import { accounts } from './account-record';
import { changeAccount } from './change-account';
import { revoke } from './revocations';
import type { RiderSessionNeeds } from './rider-session';
import { riderSession } from './rider-session';
import { reissueSession } from './sessions';

export interface WithdrawNeeds extends RiderSessionNeeds {
  /** Removes the cards of a person; the cards room brings it. */
  readonly removeCards: (store: DocumentStore, personId: string) => Promise<void>;
}

/**
 * Withdraws consent: the identity leaves every account of the person, cards are unbound, and the person's key is
 * destroyed. Scans stay under their day pseudonyms until their retention ends, as the law of the emergency asks.
 */
export const withdrawConsent: UseCase<typeof api.withdrawConsent, WithdrawNeeds> = async (needs, caller) => {
  if (caller.personId !== undefined) await forgetPerson(needs, needs.vault, caller.personId);
  const account = await changeAccount(needs.store, caller.accountId, bare);
  await revoke(needs, { about: caller.accountId, effect: 'stale' });
  return ok(await riderSession(needs, await reissueSession(needs, caller.sessionId), account));
};

async function forgetPerson(needs: WithdrawNeeds, vault: Vault, personId: string): Promise<void> {
  await needs.removeCards(needs.store, personId);
  for await (const batch of needs.store.stream(accounts, { where: { personId } }))
    for (const { _id } of batch) {
      await changeAccount(needs.store, _id, bare);
      await revoke(needs, { about: _id, effect: 'stale' });
    }
  await vault.forget(personId);
}

/** An account without identity and consent. */
const bare = ({ _id, provider, createdAt }: AccountRecord): AccountRecord => ({ _id, provider, createdAt });
