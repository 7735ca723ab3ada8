import type * as api from '@tongcheng/shared/identity/api';
import { fail } from '@tongcheng/shared/result';
import { dayOf } from '@tongcheng/shared/time';
import type { UseCase } from '../use-case';
import { readAccount } from './account/change-account';
import { withoutForgotten } from './account/rider-session';
import { checkClaim } from './verification/check-claim';
import type { JoinPersonNeeds } from './verification/join-person';
import { joinPerson } from './verification/join-person';

/** Real-name authentication by what is typed (W-01, W-02, W-05): checked by its own rule first, then by the registers. */
export const verifyIdentity: UseCase<typeof api.verifyIdentity, JoinPersonNeeds> = async (needs, caller, claim) => {
  const { _v, ...held } = await readAccount(needs.store, caller.accountId);
  const account = await withoutForgotten(needs, held);
  if (account.consentVersion !== needs.consentVersion) return fail('consent-missing');
  const checked = checkClaim(claim, dayOf(needs.clock.now()));
  return checked.ok ? joinPerson(needs, caller, account, checked.value) : checked;
};
