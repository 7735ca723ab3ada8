import type { DocumentStore, Stored } from '../../../ports/document-store';
import type { AccountRecord } from '../account-record';
import { accounts, inDays } from '../account-record';

/** Changes an account by a function of what it is, however many change it at once. Throws when there is none. */
export async function changeAccount(
  store: DocumentStore,
  accountId: string,
  change: (account: AccountRecord) => AccountRecord,
): Promise<AccountRecord> {
  const held = await readAccount(store, accountId);
  const { _v, ...account } = held;
  const next = change(inDays(account));
  const answer = await store.update(accounts, next, _v);
  return answer === 'updated' ? next : changeAccount(store, accountId, change);
}

/** The account of a session. Throws when there is none: sessions are only opened for accounts. */
export async function readAccount(store: DocumentStore, accountId: string): Promise<Stored<AccountRecord>> {
  const account = await store.get(accounts, accountId);
  if (!account) throw new Error('a session without an account');
  return account;
}
