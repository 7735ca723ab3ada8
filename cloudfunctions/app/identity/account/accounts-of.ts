import type { RiderCaller } from '@tongcheng/shared/caller';
import { addDays, type Day } from '@tongcheng/shared/time';
import type { DocumentStore, Stored } from '../../../ports/document-store';
import { type AccountRecord, accounts, isChecked } from '../account-record';
import { readAccount } from './change-account';

/** The caller's account with those that it may speak for. */
export interface OwnAccounts {
  readonly own: Stored<AccountRecord>;
  /** This one, and those of the same person on other platforms. */
  readonly all: readonly Stored<AccountRecord>[];
  /**
   * Whether the caller speaks for the person. Whoever only claims to be them does not; nor does an account that came first, by knowing
   * their facts, where another of them was checked: then it has a word about itself alone.
   */
  readonly speaksForPerson: boolean;
}

/** The accounts that the caller may list, end and delete. */
export async function ownAccounts(
  store: DocumentStore,
  { accountId }: Pick<RiderCaller, 'accountId'>,
): Promise<OwnAccounts> {
  const own = await readAccount(store, accountId);
  if (own.personId === undefined) return { own, all: [own], speaksForPerson: false };
  const all = await accountsOfPerson(store, own.personId);
  return isChecked(own) || !all.some(isChecked)
    ? { own, all, speaksForPerson: true }
    : { own, all: [own], speaksForPerson: false };
}

/** The proven accounts of a person. */
export async function accountsOfPerson(
  store: DocumentStore,
  personId: string,
): Promise<readonly Stored<AccountRecord>[]> {
  const all: Stored<AccountRecord>[] = [];
  for await (const batch of store.stream(accounts, { where: { personId } })) all.push(...batch);
  return all;
}

/** Whether a person has another proven account for which nobody was checked. */
export const isBesideUnchecked = async (store: DocumentStore, personId: string, accountId: string): Promise<boolean> =>
  (await accountsOfPerson(store, personId)).some((other) => other._id !== accountId && !isChecked(other));

/** Accounts that only claim to be a person. */
export async function claimsOn(
  store: DocumentStore,
  claimedPersonId: string,
): Promise<readonly Stored<AccountRecord>[]> {
  const all: Stored<AccountRecord>[] = [];
  for await (const batch of store.stream(accounts, { where: { claimedPersonId } })) all.push(...batch);
  return all;
}

/** The rider is told of a claim for so many days; after that it is listed where they look for it. */
const toldForDays = 30;

/** Claims that the person has said nothing about and is still told of. */
export const openClaims = async (store: DocumentStore, personId: string, today: Day) =>
  (await claimsOn(store, personId)).filter(
    ({ isDenied, joinedOn }) => !isDenied && joinedOn !== undefined && addDays(joinedOn, toldForDays) > today,
  );
