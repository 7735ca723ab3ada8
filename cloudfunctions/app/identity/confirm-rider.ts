import type { StaffCaller } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/identity/proof-api';
import { fail, ok } from '@tongcheng/shared/result';
import { dayOf } from '@tongcheng/shared/time';
import { plainCode } from '@tongcheng/shared/typed-text';
import { aboutPerson } from '../audit/access-entry';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import type { SessionNeeds } from '../sessions/session-record';
import type { UseCase } from '../use-case';
import { accountsOfPerson, claimsOn } from './account/accounts-of';
import { type AccountRecord, isChecked } from './account-record';
import { type AssistedAttemptNeeds, assistedAttempt } from './attempts/assisted-attempts';
import { lifelongDocument } from './attempts/identity-attempts';
import { checkHolder } from './verification/check-claim';
import { isProofCode, proveAccount } from './verification/prove-account';

type Needs = SessionNeeds & AssistedAttemptNeeds & AuditNeeds;

/**
 * The desk has a document, its holder and their phone before it: the account whose code is typed is that holder's (decision 149). Whatever
 * does not fit gets one answer, so that nothing is learned of a document that was invented. Recorded like every look at a person, before it
 * is done, where the rider finds it.
 */
export const confirmRider: UseCase<typeof api.confirmRider, Needs> = async (needs, staff, typed) => {
  const holder = checkHolder(typed, dayOf(needs.clock.now()));
  if (!holder.ok) return holder;
  const counted = await assistedAttempt(needs, staff, lifelongDocument(holder.value));
  if (!(await counted.take())) return fail('too-many-tries');
  const { documentKind, documentNumber, name } = holder.value;
  const personId = await needs.vault.findByDocument(documentKind, documentNumber);
  if (personId === undefined || !(await needs.vault.isNamed(personId, name))) return fail('proof-refused');
  const account = await accountOfCode(needs, personId, plainCode(typed.code));
  if (!account) return fail('proof-refused');
  await record(needs, staff, personId);
  await proveAccount(needs, account, { checked: 'desk' });
  await counted.giveBack();
  const shown = await needs.vault.masked(personId);
  return ok({ maskedName: shown?.maskedName ?? '' });
};

async function accountOfCode(needs: Needs, personId: string, code: string): Promise<AccountRecord | undefined> {
  const { store, vault, clock } = needs;
  const proven = (await accountsOfPerson(store, personId)).filter((account) => !isChecked(account));
  for (const account of [...(await claimsOn(store, personId)), ...proven])
    if (await isProofCode(vault, account._id, code, clock.now())) return account;
  return undefined;
}

async function record(needs: Needs, { staffId, city }: StaffCaller, personId: string): Promise<void> {
  const what = await aboutPerson(needs.vault, personId);
  await recordAccess(needs, { purpose: 'identity-proof', who: staffId, city, what, counts: { riders: 1 } });
}
