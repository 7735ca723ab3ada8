import type { Day } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../../ports/document-store';
import { erasureFields } from '../../../ports/key-store';
import type { Log } from '../../../ports/log';
import type { PersonErasure } from '../../../ports/retention';
import type { Vault } from '../../../vault/vault';
import { revoke } from '../../sessions/revocations';
import type { SessionNeeds } from '../../sessions/session-record';
import { accountsOfPerson, claimsOn } from '../account/accounts-of';
import { changeAccount } from '../account/change-account';
import { type AccountRecord, accounts, bareAccount, ridesAs } from '../account-record';
import { closings } from '../closing-record';
import { leaveFamilies, leaveFamily } from '../family/family-of';
import { memberships } from '../family-record';

/** What closing takes of higher rooms, which bring it: they import identity, never the other way round. */
export interface ClosingNeeds extends SessionNeeds {
  readonly vault: Vault;
  readonly log: Log;
  /** Erases what collections declare to belong to a person; the retention room brings it. */
  readonly eraser: Eraser;
  /** The day after the retention of a person's last ride, undefined without one; the rides room brings it. */
  readonly tracingHoldUntil: (personId: string) => Promise<Day | undefined>;
}

/**
 * Ends the use of a person at once: families and every account let go of them, and what is declared to be erased at once goes. Their key
 * is destroyed now, with what is erased with it, or, while a ride of theirs is within its retention and a case might have to be told to them (W-26, W-28), on the day that is answered.
 * Repeating completes what was interrupted.
 */
export async function closePerson(needs: ClosingNeeds, personId: string): Promise<Day | undefined> {
  const { store } = needs;
  const until = await needs.tracingHoldUntil(personId);
  if (until !== undefined) await store.insert(closings, { _id: personId, until });
  await leaveFamilies(store, personId);
  await dissolveFamily(needs, personId);
  await needs.eraser.person(personId, 'at-once');
  if (until === undefined) await forgetPerson(needs, personId);
  await bareAccountsOf(needs, personId);
  return until;
}

/** Destroys a person's key and what is declared to be erased with it. The log says when, and until when copies remain, of nobody by name or id. */
export async function forgetPerson(
  { vault, eraser, log }: Pick<ClosingNeeds, 'vault' | 'eraser' | 'log'>,
  personId: string,
): Promise<void> {
  const erased = await vault.forget(personId);
  log.event('notice', 'the key of a person was destroyed', erasureFields(erased));
  await eraser.person(personId, 'with-key');
}

/** Takes the person out of all their accounts, and of those that only claim to be them; tokens of before are told to renew. */
export async function bareAccountsOf(needs: SessionNeeds, personId: string): Promise<void> {
  const { store } = needs;
  for (const { _id } of [...(await accountsOfPerson(store, personId)), ...(await claimsOn(store, personId))])
    await takeOutOf(needs, _id);
}

/** Takes whoever an account is, or claims to be, out of it; its tokens of before are told to renew. */
export async function takeOutOf(needs: SessionNeeds, accountId: string): Promise<AccountRecord> {
  const account = await changeAccount(needs.store, accountId, bareAccount);
  await revoke(needs, { about: accountId, effect: 'stale' });
  return account;
}

/**
 * Ends one account's part in its person and nothing else: of a claim, and of an account that does not speak for the person. Whoever
 * nobody is left to be is closed.
 */
export async function leavePerson(needs: ClosingNeeds, account: AccountRecord): Promise<Day | undefined> {
  const personId = ridesAs(account);
  await takeOutOf(needs, account._id);
  if (personId === undefined || (await isLookedAfter(needs.store, personId))) return undefined;
  return (await needs.store.count(accounts, { claimedPersonId: personId })) > 0
    ? undefined
    : closePerson(needs, personId);
}

/** Takes a member out of a family; a member whom nobody else looks after and who has no account is closed with it. */
export async function releaseMember(needs: ClosingNeeds, personId: string, holderId: string): Promise<Day | undefined> {
  await leaveFamily(needs.store, personId, holderId);
  return (await isLookedAfter(needs.store, personId)) ? undefined : closePerson(needs, personId);
}

/** Whether a proven account or a family still uses a person. */
export const isLookedAfter = async (store: DocumentStore, personId: string): Promise<boolean> =>
  (await store.count(accounts, { personId })) > 0 || (await store.count(memberships, { personId })) > 0;

async function dissolveFamily(needs: ClosingNeeds, holderId: string): Promise<void> {
  for await (const batch of needs.store.stream(memberships, { where: { holderId } }))
    for (const { personId } of batch) await releaseMember(needs, personId, holderId);
}

/** Erases what collections declare to belong to somebody. The retention room, which stands higher and knows them all, brings it. */
export interface Eraser {
  /** The records of a person that are erased at once, or those that are erased with their key. */
  person(personId: string, when: Extract<PersonErasure, 'at-once' | 'with-key'>): Promise<void>;
  /** The records of an account that was deleted. */
  account(accountId: string): Promise<void>;
}
