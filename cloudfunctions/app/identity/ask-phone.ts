import type * as api from '@tongcheng/shared/identity/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { Platforms } from '../../ports/platform';
import type { PlatformPhone } from '../../ports/platform-phone';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { UseCase } from '../use-case';
import { readAccount } from './account/change-account';
import { type AttemptNeeds, returnAttempt, takeAttempt } from './attempts/take-attempt';

/** What asking a platform for the phone takes. */
export interface AskPhoneNeeds extends AttemptNeeds {
  readonly consentVersion: string;
  readonly platforms: Platforms;
}

/** The platform charges for each answer; nobody needs more a day. */
const attemptsADay = 10;

/**
 * The rider's own number, for the field of the form: behind the platform's button it was verified already. It is told to the rider who
 * agreed to it and kept nowhere; what is kept is what they send with the form.
 */
export const askPhone: UseCase<typeof api.askPhone, AskPhoneNeeds> = async (needs, caller, { code }) => {
  const { provider, consentVersion } = await readAccount(needs.store, caller.accountId);
  if (consentVersion !== needs.consentVersion) return fail('consent-missing');
  const platform = needs.platforms[provider].phone;
  if (!platform) return fail('platform-mismatch');
  const attempts = `phone.${caller.accountId}`;
  if (!(await takeAttempt(needs, attempts, attemptsADay))) return fail('too-many-tries');
  const answer = await asked(platform, code);
  if (answer === 'refused') return fail('platform-code-refused');
  if (answer !== 'away') return ok({ phone: answer.phone });
  await returnAttempt(needs, attempts);
  return fail('platform-unavailable');
};

async function asked(platform: PlatformPhone, code: string) {
  try {
    return await platform.numberOf(code);
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return 'away';
    throw fault;
  }
}
