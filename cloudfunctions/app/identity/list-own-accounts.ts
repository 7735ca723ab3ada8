import type { RiderCaller } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/identity/proof-api';
import type { OtherAccount, OwnAccountsView } from '@tongcheng/shared/identity/wire';
import { ok } from '@tongcheng/shared/result';
import { dayOf } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { FaceCheck } from '../../ports/face-check';
import type { Vault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import { claimsOn, ownAccounts } from './account/accounts-of';
import { type AccountRecord, isChecked, ridesAs, seesOwnOnly } from './account-record';
import { isFaceCheckOf } from './verification/face-check-of';
import { consentCode, proofCode } from './verification/proof-codes';

/** What showing a rider's accounts takes. */
export interface OwnAccountsNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly faceCheck: FaceCheck | undefined;
}

/** What this account is to its person, the code by which it is proven, and the other accounts that say they are the same rider (decision 149). */
export const listOwnAccounts: UseCase<typeof api.listOwnAccounts, OwnAccountsNeeds> = async (needs, caller) =>
  ok(await ownAccountsView(needs, caller));

/** The same after one of them was decided about. */
export async function ownAccountsView(
  { store, clock, vault, faceCheck }: OwnAccountsNeeds,
  caller: RiderCaller,
): Promise<OwnAccountsView> {
  const { own, all, speaksForPerson } = await ownAccounts(store, caller);
  const code =
    ridesAs(own) === undefined || isChecked(own) ? {} : { code: await proofCode(vault, own._id, dayOf(clock.now())) };
  const claims = speaksForPerson && own.personId !== undefined ? await claimsOn(store, own.personId) : [];
  return {
    isProven: own.personId !== undefined,
    isChecked: isChecked(own),
    seesOwnOnly: seesOwnOnly(own),
    speaksForPerson,
    ...(speaksForPerson && { consentCode: await consentCode(vault, own._id, dayOf(clock.now())) }),
    ...code,
    ...(own.awaitsGuardian && { awaitsGuardian: true }),
    ...(faceCheck && (await isFaceCheckOf(vault, own)) && { faceCheck: own.sealedFaceCheck ? 'begun' : 'offered' }),
    others: [...claims, ...all.filter(({ _id }) => _id !== own._id)].map(otherAccount),
  };
}

const otherAccount = (account: AccountRecord): OtherAccount => ({
  accountId: account._id,
  provider: account.provider,
  isProven: account.personId !== undefined,
  isChecked: isChecked(account),
  ...(account.joinedOn !== undefined && { joinedOn: account.joinedOn }),
  ...(account.isDenied && { isDenied: true }),
});
