import type { RiderCaller } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/identity/api';
import { fail, ok } from '@tongcheng/shared/result';
import { dayOf, wholeDayOf } from '@tongcheng/shared/time';
import type { Platforms } from '../../ports/platform';
import type { PlatformAnswer, PlatformIdentity, PlatformPerson } from '../../ports/platform-identity';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { UseCase } from '../use-case';
import { readAccount } from './account/change-account';
import { withoutForgotten } from './account/rider-session';
import type { AccountRecord } from './account-record';
import { accountIdOf } from './account-record';
import { returnAttempt, takeAttempt } from './attempts/take-attempt';
import { checkClaim } from './verification/check-claim';
import type { JoinPersonNeeds } from './verification/join-person';
import { joinPerson } from './verification/join-person';

/** What bringing an identity over from a platform takes. */
export interface PlatformNeeds extends JoinPersonNeeds {
  readonly platforms: Platforms;
}

/**
 * W-02: one tap of consent at the platform brings name, document and phone over. The consent must come from the very account that is
 * signed in; what comes is checked like what is typed, and by the registers: a platform vouches for its user, not for the state.
 */
export const verifyIdentityByPlatform: UseCase<typeof api.verifyIdentityByPlatform, PlatformNeeds> = async (
  needs,
  caller,
  { code, ...consent },
) => {
  const { _v, ...held } = await readAccount(needs.store, caller.accountId);
  const account = await withoutForgotten(needs, held);
  if (account.consentVersion !== needs.consentVersion) return fail('consent-missing');
  const brought = await bring(needs, caller, account, code);
  if (!brought.ok) return brought;
  const { subject: _subject, ...person } = brought.value;
  const checked = checkClaim({ ...person, ...consent }, dayOf(needs.clock.now()));
  if (checked.ok)
    return joinPerson(needs, caller, account, checked.value, { broughtAt: wholeDayOf(needs.clock.now()) });
  return checked.failure.code === 'guardian-consent-missing'
    ? fail('guardian-consent-missing')
    : fail('platform-identity-missing');
};

async function bring(needs: PlatformNeeds, caller: RiderCaller, account: AccountRecord, code: string) {
  const platform = needs.platforms[account.provider].identity;
  if (!platform) return fail('platform-mismatch');
  const attempts = `platform.${caller.accountId}`;
  if (!(await takeAttempt(needs, attempts, needs.attemptsADay.account))) return fail('too-many-tries');
  const answer = await asked(platform, code);
  if (answer === 'away') {
    await returnAttempt(needs, attempts);
    return fail('platform-unavailable');
  }
  if (typeof answer === 'string') return fail(refusals[answer]);
  const accountId = await accountIdOf(needs.vault, account.provider, answer.subject);
  return accountId === caller.accountId ? ok<PlatformPerson>(answer) : fail('platform-mismatch');
}

const refusals = {
  'code-refused': 'platform-code-refused',
  'consent-refused': 'platform-consent-refused',
  'identity-missing': 'platform-identity-missing',
} as const satisfies Readonly<Record<PlatformAnswer & string, string>>;

async function asked(platform: PlatformIdentity, code: string): Promise<PlatformAnswer | 'away'> {
  try {
    return await platform.bring(code);
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return 'away';
    throw fault;
  }
}
