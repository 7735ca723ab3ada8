import type * as api from '@tongcheng/shared/identity/proof-api';
import { fail, ok } from '@tongcheng/shared/result';
import type { FaceCheck } from '../../ports/face-check';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import { aboutPerson } from '../audit/access-entry';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import { changeAccount, readAccount } from './account/change-account';
import { ridesAs } from './account-record';
import { returnAttempt, takeAttempt } from './attempts/take-attempt';
import type { OwnAccountsNeeds } from './list-own-accounts';
import { faceCheckSeal, isFaceCheckOf } from './verification/face-check-of';

interface Needs extends OwnAccountsNeeds, AuditNeeds {
  readonly publicUrl: string;
}

/** Checks that one account may begin a day: each is paid for. */
const attemptsADay = 5;

/**
 * Begins a face check that proves the caller's account (decision 149). Name and number go to the checking service, as the account's
 * person gave them, which is recorded before; the caller learns neither. A check that is begun again takes the place of the first.
 */
export const beginFaceCheck: UseCase<typeof api.beginFaceCheck, Needs> = async (needs, caller) => {
  const { store, vault, faceCheck } = needs;
  const own = await readAccount(store, caller.accountId);
  const personId = ridesAs(own);
  if (personId === undefined) return fail('not-authenticated');
  if (!faceCheck || !(await isFaceCheckOf(vault, own))) return fail('face-check-not-offered');
  const attempts = `face-check.${own._id}`;
  if (!(await takeAttempt(needs, attempts, attemptsADay))) return fail('too-many-tries');
  const what = await aboutPerson(vault, personId);
  await recordAccess(needs, { purpose: 'identity-proof', who: 'rider', city: '', what, counts: { riders: 1 } });
  const person = (await vault.reveal([personId], 'own-data')).get(personId);
  if (!person) return fail('not-authenticated');
  const { name, documentNumber } = person;
  const begun = await answerOf(faceCheck, { name, documentNumber, returnUrl: `${needs.publicUrl}/app/` });
  if (!begun) {
    await returnAttempt(needs, attempts);
    return fail('face-check-unavailable');
  }
  const sealedFaceCheck = await vault.sealFor(personId, faceCheckSeal(own._id), begun.checkId);
  await changeAccount(store, own._id, (held) => (ridesAs(held) === personId ? { ...held, sealedFaceCheck } : held));
  return ok({ url: begun.url });
};

async function answerOf(faceCheck: FaceCheck, person: Parameters<FaceCheck['begin']>[0]) {
  try {
    return await faceCheck.begin(person);
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return undefined;
    throw fault;
  }
}
