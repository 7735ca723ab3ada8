import type { RiderCaller } from '@tongcheng/shared/caller';
import type { DocumentStore, Stored } from '../../../ports/document-store';
import { type AccountRecord, accounts } from '../account-record';
import { readAccount } from './change-account';

/** Every account of the caller: this one, and those of the same person on other platforms. */
export async function accountsOf(
  store: DocumentStore,
  { accountId }: Pick<RiderCaller, 'accountId'>,
): Promise<readonly Stored<AccountRecord>[]> {
  const own = await readAccount(store, accountId);
  if (own.personId === undefined) return [own];
  const all: Stored<AccountRecord>[] = [];
  for await (const batch of store.stream(accounts, { where: { personId: own.personId } })) all.push(...batch);
  return all;
}
