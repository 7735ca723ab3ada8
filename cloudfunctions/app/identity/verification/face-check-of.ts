import type { Vault } from '../../../vault/vault';
import { type AccountRecord, isChecked, ridesAs } from '../account-record';

/** The seal of a check that was begun belongs to the account's record. */
export const faceCheckSeal = (accountId: string): string => `face-check.${accountId}`;

/**
 * Whether a face check can prove an account: somebody whom the register of faces knows (resident ID), for whom nobody was checked
 * yet. For a child a guardian or a desk agrees (W-19), which a face is no word of.
 */
export async function isFaceCheckOf(vault: Pick<Vault, 'masked'>, account: AccountRecord): Promise<boolean> {
  const personId = ridesAs(account);
  if (personId === undefined || isChecked(account) || account.awaitsGuardian) return false;
  return (await vault.masked(personId))?.documentKind === 'resident-id';
}
