import type * as api from '@tongcheng/shared/identity/api';
import { fail, ok } from '@tongcheng/shared/result';
import { wholeDayOf } from '@tongcheng/shared/time';
import { reissueSession } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { changeAccount } from './account/change-account';
import type { RiderSessionNeeds } from './account/rider-session';
import { riderSession } from './account/rider-session';

/** Records which text the rider agreed to, and when; an older text than the one in force is not enough. */
export const consent: UseCase<typeof api.consent, RiderSessionNeeds> = async (needs, caller, { version }) => {
  if (version !== needs.consentVersion) return fail('consent-outdated');
  const consentedAt = wholeDayOf(needs.clock.now());
  const account = await changeAccount(needs.store, caller.accountId, (held) => ({
    ...held,
    consentVersion: version,
    consentedAt,
  }));
  return ok(await riderSession(needs, await reissueSession(needs, caller.sessionId), account));
};
