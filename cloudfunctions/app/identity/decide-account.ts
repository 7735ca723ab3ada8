import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import type * as api from '@tongcheng/shared/identity/proof-api';
import { fail, ok } from '@tongcheng/shared/result';
import { plainCode } from '@tongcheng/shared/typed-text';
import { revoke } from '../sessions/revocations';
import type { SessionNeeds } from '../sessions/session-record';
import type { UseCase } from '../use-case';
import { ownAccounts } from './account/accounts-of';
import { changeAccount } from './account/change-account';
import { type AccountRecord, accounts, isChecked } from './account-record';
import { takeAttempt } from './attempts/take-attempt';
import { takeOutOf } from './erasure/close-person';
import { type OwnAccountsNeeds, ownAccountsView } from './list-own-accounts';
import { isCode, proofCode } from './verification/proof-codes';
import { joinScansAgain, proveAccount } from './verification/prove-account';

type Needs = OwnAccountsNeeds & SessionNeeds;
type Decision = ParsedInputOf<typeof api.decideAccount>;

/** Of the codes of others so many are tried a day: enough to mistype, too few to guess one of six digits. */
const attemptsADay = 5;

/**
 * Says of another account whether it is the rider's own (decision 149). Agreeing takes the code that its phone shows: both are in one
 * hand. Not agreeing shuts nobody out: a claim rides on as it is, and is told to go to a desk; an account that came first is taken out.
 */
export const decideAccount: UseCase<typeof api.decideAccount, Needs> = async (needs, caller, decision) => {
  const { own, speaksForPerson } = await ownAccounts(needs.store, caller);
  if (own.personId === undefined || !speaksForPerson) return fail('identity-not-proven');
  const other = await needs.store.get(accounts, decision.accountId);
  const isOther = other !== undefined && other._id !== own._id;
  if (!isOther || (other.personId ?? other.claimedPersonId) !== own.personId) return fail('account-unknown');
  const refused = decision.agree ? await agree(needs, own, other, decision) : await deny(needs, other);
  if (refused) return fail(refused);
  await joinScansAgain(needs, own);
  return ok(await ownAccountsView(needs, caller));
};

async function agree(needs: Needs, own: AccountRecord, other: AccountRecord, { code = '' }: Decision) {
  if (!(await takeAttempt(needs, `proof.${own._id}`, attemptsADay))) return 'too-many-tries';
  if (!(await isCode(proofCode, needs.vault, other._id, plainCode(code), needs.clock.now()))) return 'proof-code-wrong';
  await proveAccount(needs, other, {
    ...(isChecked(own) && { checked: 'device' }),
    ...(own.past && { past: own.past }),
  });
  return undefined;
}

async function deny(needs: Needs, other: AccountRecord) {
  if (other.personId !== undefined) await takeOutOf(needs, other._id);
  else {
    await changeAccount(needs.store, other._id, (held) => (held.claimedPersonId ? { ...held, isDenied: true } : held));
    await revoke(needs, { about: other._id, effect: 'stale' });
  }
  return undefined;
}
