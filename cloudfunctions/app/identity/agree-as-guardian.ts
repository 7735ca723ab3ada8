import { isAdult, needsGuardian } from '@tongcheng/shared/identity/age';
import type * as api from '@tongcheng/shared/identity/proof-api';
import { fail, ok } from '@tongcheng/shared/result';
import { dayOf } from '@tongcheng/shared/time';
import { plainCode } from '@tongcheng/shared/typed-text';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import type { SessionNeeds } from '../sessions/session-record';
import type { UseCase } from '../use-case';
import { accountsOfPerson, claimsOn } from './account/accounts-of';
import type { AccountRecord } from './account-record';
import { takeAttempt } from './attempts/take-attempt';
import { membershipsOf } from './family/family-of';
import { checkHolder } from './verification/check-claim';
import { isCode, proofCode } from './verification/proof-codes';
import { proveAccount } from './verification/prove-account';

interface Needs extends SessionNeeds {
  readonly vault: Vault;
}

/** A family has few children; whoever guesses at codes has few tries. */
const attemptsADay = 10;

/**
 * W-19: a verified adult agrees, on a phone of their own, that a child under fourteen rides with an account: they know the child's document and
 * have the child's phone in hand, which shows the code. Who agreed is kept by person, so that it is nobody's tick. Of a child in families only
 * those who look after it may; a child who has a proven account needs none. Whatever does not fit gets one answer.
 */
export const agreeAsGuardian: UseCase<typeof api.agreeAsGuardian, Needs> = async (needs, caller, typed) => {
  const { personId: guardianPersonId } = caller;
  if (guardianPersonId === undefined) return fail(caller.claimedPersonId ? 'identity-not-proven' : 'not-authenticated');
  const today = dayOf(needs.clock.now());
  const own = (await needs.vault.reveal([guardianPersonId], 'own-data')).get(guardianPersonId);
  if (!own || !isAdult(own.documentKind, own.documentNumber, today)) return fail('guardian-underage');
  const holder = checkHolder(typed, today);
  if (!holder.ok) return holder;
  if (!(await takeAttempt(needs, `guardian.${caller.accountId}`, attemptsADay))) return fail('too-many-tries');
  const { documentKind, documentNumber, name } = holder.value;
  const childId = await needs.vault.findByDocument(documentKind, documentNumber);
  const isTheirs =
    childId !== undefined &&
    needsGuardian(documentKind, documentNumber, today) &&
    (await needs.vault.isNamed(childId, name)) === true &&
    (await mayAgreeFor(needs.store, guardianPersonId, childId));
  const account = isTheirs ? await waitingAccount(needs, childId, plainCode(typed.code)) : undefined;
  if (!account) return fail('proof-refused');
  await proveAccount(needs, account, { guardianPersonId, ...(account.past && { past: account.past }) });
  return ok({});
};

async function mayAgreeFor(store: DocumentStore, guardianId: string, childId: string): Promise<boolean> {
  if ((await accountsOfPerson(store, childId)).length > 0) return false;
  const families = await membershipsOf(store, childId);
  return families.length === 0 || families.some(({ holderId }) => holderId === guardianId);
}

async function waitingAccount(
  { store, vault, clock }: Needs,
  childId: string,
  code: string,
): Promise<AccountRecord | undefined> {
  for (const account of await claimsOn(store, childId))
    if (await isCode(proofCode, vault, account._id, code, clock.now())) return account;
  return undefined;
}
