import type { RiderCaller } from '@tongcheng/shared/caller';
import type { RealName } from '../../../ports/real-name';
import { ServiceUnavailable } from '../../../ports/service-unavailable';
import type { PersonFacts } from '../../../vault/vault';
import type { Limits } from '../../sessions/limits';
import type { IdentityAttemptNeeds } from '../attempts/identity-attempts';
import { identityAttempt } from '../attempts/identity-attempts';

/** What asking the registers takes, the limit of all together included. */
export interface RegisterNeeds extends IdentityAttemptNeeds {
  readonly realName: RealName;
  readonly limits: Limits;
}

/**
 * The registers' word, within what all together may ask and within the attempts of the day. An attempt by which nothing was learned is given back; one that matched
 * to its address.
 */
export async function askRegisters(
  needs: RegisterNeeds,
  caller: RiderCaller,
  facts: PersonFacts,
): Promise<(typeof outcomeOf)[keyof typeof outcomeOf]> {
  const all = { max: needs.attemptsADay.allAMinute, perSeconds: 60 };
  if (!needs.limits.take('identity-checks', all)) return 'real-name-unavailable';
  const counted = await identityAttempt(needs, caller, facts);
  if (!(await counted.take())) return 'too-many-tries';
  const answer = await askRegister(needs.realName, facts);
  if (answer === 'away' || answer === 'not-covered') await counted.giveBack();
  if (answer === 'match') await counted.giveBackToAddress();
  return outcomeOf[answer];
}

/** What the rider is told; a document that no register knows gets the same words as one that does not match. */
const outcomeOf = {
  match: 'match',
  mismatch: 'real-name-mismatch',
  'unknown-document': 'real-name-mismatch',
  'not-covered': 'real-name-at-desk',
  'too-often': 'too-many-tries',
  away: 'real-name-unavailable',
} as const;

async function askRegister(realName: RealName, facts: PersonFacts) {
  try {
    return await realName.check(facts);
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return 'away';
    throw fault;
  }
}
