import type { Channel } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/identity/api';
import { fail, ok } from '@tongcheng/shared/result';
import { wholeDayOf } from '@tongcheng/shared/time';
import type { Platforms } from '../../ports/platform';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { SignIn } from '../../ports/sign-in';
import { openSession } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { readAccount } from './account/change-account';
import type { RiderSessionNeeds } from './account/rider-session';
import { riderSession } from './account/rider-session';
import type { AccountRecord } from './account-record';
import { accountIdOf, accounts } from './account-record';
import type { EligibilityNeeds } from './eligibility/ask-eligibility';
import { withFreshEligibility } from './eligibility/ask-eligibility';

/** What signing in takes: the platforms that know their users, and all that a session takes. */
export interface SignInNeeds extends RiderSessionNeeds, EligibilityNeeds {
  readonly platforms: Platforms;
}

/** Exchanges a platform's one-time code for a session; the account is made at the first sign-in (W-01). */
export const signIn: UseCase<typeof api.signIn, SignInNeeds> = async (needs, _caller, { provider: channel, code }) => {
  const subject = await exchange(needs.platforms[channel].signIn, code);
  if (subject === 'away') return fail('sign-in-unavailable');
  if (subject === 'refused') return fail('sign-in-refused');
  const account = await withFreshEligibility(needs, await accountOf(needs, channel, subject.subject));
  return ok(await riderSession(needs, await openSession(needs, 'rider', account._id), account));
};

async function exchange(platform: SignIn | undefined, code: string) {
  if (!platform) return 'refused';
  try {
    return await platform.exchange(code);
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return 'away';
    throw fault;
  }
}

async function accountOf(needs: SignInNeeds, channel: Channel, subject: string): Promise<AccountRecord> {
  const accountId = await accountIdOf(needs.vault, channel, subject);
  const account: AccountRecord = { _id: accountId, provider: channel, createdAt: wholeDayOf(needs.clock.now()) };
  if ((await needs.store.insert(accounts, account)) === 'inserted') return account;
  const { _v, ...held } = await readAccount(needs.store, accountId);
  return held;
}
