import type { Channel } from '@tongcheng/shared/caller';
import type { DocumentStore } from '../../../ports/document-store';
import { SealBroken, type Vault } from '../../../vault/vault';
import type { AccountRecord } from '../account-record';
import { accountsOfPerson } from './accounts-of';

const recordIdOf = (accountId: string): string => `messages.${accountId}`;

/** Where a person agreed to be told, in the app of a platform. */
export interface MessageAddress {
  readonly channel: Channel;
  /** The platform's own id of its user. */
  readonly subject: string;
}

/** Seals the platform's own id of an account's user, for the person alone and this account alone. */
export const sealSubject = (vault: Vault, personId: string, accountId: string, subject: string): Promise<string> =>
  vault.sealFor(personId, recordIdOf(accountId), subject);

/** Opens it; undefined of an account that agreed to nothing, or whose person was forgotten. Callers record the access first. */
export async function subjectIn(
  vault: Vault,
  { _id, personId, messages }: Pick<AccountRecord, '_id' | 'personId' | 'messages'>,
): Promise<string | undefined> {
  if (messages === undefined || personId === undefined) return undefined;
  try {
    return await vault.openFor(personId, recordIdOf(_id), messages.sealedSubject);
  } catch (fault) {
    if (fault instanceof SealBroken) return undefined;
    throw fault;
  }
}

/** Every app in which a person agreed to messages, proven accounts only. Callers record the access first. */
export async function messageAddresses(
  { store, vault }: { readonly store: DocumentStore; readonly vault: Vault },
  personId: string,
): Promise<readonly MessageAddress[]> {
  const found: MessageAddress[] = [];
  for (const account of await accountsOfPerson(store, personId)) {
    const subject = await subjectIn(vault, account);
    if (subject !== undefined) found.push({ channel: account.provider, subject });
  }
  return found;
}
