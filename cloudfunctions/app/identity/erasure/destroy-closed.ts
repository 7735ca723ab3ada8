import { dayOf, hourMs } from '@tongcheng/shared/time';
import { eachDespiteDamage } from '../../../ports/damaged-days';
import type { SessionNeeds } from '../../sessions/session-record';
import { sessions } from '../../sessions/session-record';
import { accounts } from '../account-record';
import { closings, endedAccounts, momentOfEnd } from '../closing-record';
import { bareAccountsOf, type ClosingNeeds, forgetPerson } from './close-person';

type Needs = SessionNeeds & Pick<ClosingNeeds, 'vault' | 'eraser' | 'log'>;

/** Access tokens live ten minutes; after an hour none can name a deleted account. */
const removedAfterMs = hourMs;

/** Destroys the keys of persons whose last ride can no longer be traced, and removes accounts that were deleted. Doing it again is no harm. */
export async function destroyClosed(needs: Needs): Promise<void> {
  const { store, clock } = needs;
  const today = dayOf(clock.now());
  for await (const batch of store.stream(closings, { where: {} }))
    await eachDespiteDamage(batch, async ({ _id: personId, until }) => {
      if (until > today) return;
      await bareAccountsOf(needs, personId);
      await forgetPerson(needs, personId);
      await store.delete(closings, personId);
    });
  for await (const batch of store.stream(endedAccounts, { where: {} }))
    await eachDespiteDamage(batch, async (ended) => {
      if (clock.now() - momentOfEnd(needs.vault, ended) >= removedAfterMs) await removeAccount(needs, ended._id);
    });
}

/** Unless somebody signed in to it again meanwhile: then it is an account like any other. */
async function removeAccount({ store, eraser }: Needs, accountId: string): Promise<void> {
  const account = await store.get(accounts, accountId);
  const isUsed = (await store.count(sessions, { subject: accountId, ended: false })) > 0;
  if (account && !isUsed && account.personId === undefined) await eraser.account(accountId);
  await store.delete(endedAccounts, accountId);
}
