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
import { changeFamily, membershipsOf, membersOf } from './family/family-of';
import { checkHolder } from './verification/check-claim';
import { isCode, memberCode, proofCode } from './verification/proof-codes';
import { proveAccount } from './verification/prove-account';

type Needs = SessionNeeds & AssistedAttemptNeeds & AuditNeeds;

/**
 * The desk has a document, its holder and their phone before it: the account whose code is typed is that holder's (decision 149); or the phone
 * is of a relative whose family they agree to be in (decision 150). Whatever
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
  const code = plainCode(typed.code);
  const account = await accountOfCode(needs, personId, code);
  const family = account ? undefined : await familyOfCode(needs, personId, code);
  if (!account && !family) return fail('proof-refused');
  await record(needs, staff, personId);
  if (account) await proveAccount(needs, account, { checked: 'desk' });
  if (family) await confirmMember(needs, personId, family.holderId);
  await counted.giveBack();
  const shown = await needs.vault.masked(personId);
  return ok({ maskedName: shown?.maskedName ?? '' });
};

async function accountOfCode(needs: Needs, personId: string, code: string): Promise<AccountRecord | undefined> {
  const { store, vault, clock } = needs;
  const proven = (await accountsOfPerson(store, personId)).filter((account) => !isChecked(account));
  for (const account of [...(await claimsOn(store, personId)), ...proven])
    if (await isCode(proofCode, vault, account._id, code, clock.now())) return account;
  return undefined;
}

/** The family in which the person is a member that nobody confirmed, and whose code for them was typed. */
async function familyOfCode({ store, vault, clock }: Needs, personId: string, code: string) {
  for (const membership of await membershipsOf(store, personId)) {
    const member = (await membersOf(store, membership.holderId)).find((each) => each.personId === personId);
    if (member?.unconfirmed && (await isCode(memberCode, vault, member.memberId, code, clock.now()))) return membership;
  }
  return undefined;
}

const confirmMember = ({ store }: Needs, personId: string, holderId: string) =>
  changeFamily(store, holderId, (members) =>
    members.map((member) => {
      if (member.personId !== personId) return member;
      const { unconfirmed: _unconfirmed, ...confirmed } = member;
      return confirmed;
    }),
  );

async function record(needs: Needs, { staffId, city }: StaffCaller, personId: string): Promise<void> {
  const what = await aboutPerson(needs.vault, personId);
  await recordAccess(needs, { purpose: 'identity-proof', who: staffId, city, what, counts: { riders: 1 } });
}
