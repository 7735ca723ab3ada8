import type { RiderCaller } from '@tongcheng/shared/caller';
import { ProviderAway } from '../../ports/provider-away';
import type { RealName } from '../../ports/real-name';
import type { PersonFacts } from '../../vault/vault';
import type { IdentityTriesNeeds } from './identity-tries';
import { identityTry } from './identity-tries';
import type { Limits } from './limits';

export interface RegisterNeeds extends IdentityTriesNeeds {
  readonly realName: RealName;
  readonly limits: Limits;
}

/**
 * The registers' word, within what all together may ask and within the tries of the day. A try without an answer is given back; one that matched
 * to its address.
 */
export async function registersSay(
  needs: RegisterNeeds,
  caller: RiderCaller,
  facts: PersonFacts,
): Promise<'match' | 'real-name-unavailable' | 'too-many-tries' | 'real-name-mismatch'> {
  const all = { max: needs.triesADay.allAMinute, perSeconds: 60 };
  if (!needs.limits.take('identity-checks', all)) return 'real-name-unavailable';
  const counted = await identityTry(needs, caller, facts);
  if (!(await counted.take())) return 'too-many-tries';
  const answer = await askRegister(needs.realName, facts);
  if (answer === 'away') await counted.giveBack();
  if (answer === 'away') return 'real-name-unavailable';
  if (answer !== 'match') return 'real-name-mismatch';
  await counted.giveBackToAddress();
  return 'match';
}

async function askRegister(realName: RealName, facts: PersonFacts) {
  try {
    return await realName.check(facts);
  } catch (fault) {
    if (fault instanceof ProviderAway) return 'away';
    throw fault;
  }
}
