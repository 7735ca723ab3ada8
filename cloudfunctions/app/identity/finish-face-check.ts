import type * as api from '@tongcheng/shared/identity/proof-api';
import { fail, ok } from '@tongcheng/shared/result';
import type { FaceCheck } from '../../ports/face-check';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { SessionNeeds } from '../sessions/session-record';
import type { UseCase } from '../use-case';
import { changeAccount, readAccount } from './account/change-account';
import { type AccountRecord, ridesAs } from './account-record';
import { type OwnAccountsNeeds, ownAccountsView } from './list-own-accounts';
import { faceCheckSeal, isFaceCheckOf } from './verification/face-check-of';
import { proveAccount } from './verification/prove-account';

type Needs = OwnAccountsNeeds & SessionNeeds;

/**
 * Asks what came of the check that the account began: passed, it is proven as by a desk (decision 149). A check that failed is over; one
 * that nobody has finished stays. Only a check of this very account and person counts: which one it is stands sealed in the account's record.
 */
export const finishFaceCheck: UseCase<typeof api.finishFaceCheck, Needs> = async (needs, caller) => {
  const { store, vault, faceCheck } = needs;
  const own = await readAccount(store, caller.accountId);
  const personId = ridesAs(own);
  if (personId === undefined) return fail('not-authenticated');
  if (!faceCheck || !(await isFaceCheckOf(vault, own))) return fail('face-check-not-offered');
  const { sealedFaceCheck } = own;
  if (sealedFaceCheck === undefined) return fail('face-check-failed');
  const person = (await vault.reveal([personId], 'own-data')).get(personId);
  if (!person) return fail('not-authenticated');
  const checkId = await vault.openFor(personId, faceCheckSeal(own._id), sealedFaceCheck);
  const outcome = await outcomeOf(faceCheck, { checkId, documentNumber: person.documentNumber });
  if (outcome === 'away') return fail('face-check-unavailable');
  if (outcome === 'pending') return fail('face-check-pending');
  await changeAccount(store, own._id, (held) => without(held, sealedFaceCheck));
  if (outcome === 'failed') return fail('face-check-failed');
  await proveAccount(needs, own, { checked: 'face' });
  return ok(await ownAccountsView(needs, caller));
};

/** The account without the check; one that was begun since stays. */
function without(held: AccountRecord, sealed: string): AccountRecord {
  if (held.sealedFaceCheck !== sealed) return held;
  const { sealedFaceCheck: _over, ...rest } = held;
  return rest;
}

async function outcomeOf(faceCheck: FaceCheck, check: Parameters<FaceCheck['outcome']>[0]) {
  try {
    return await faceCheck.outcome(check);
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return 'away';
    throw fault;
  }
}
