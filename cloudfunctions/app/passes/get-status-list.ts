import type { getStatusList as endpoint } from '@tongcheng/shared/passes/api';
import { ok } from '@tongcheng/shared/result';
import type { Clock } from '../../ports/clock';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { passCity } from './pass-city';
import { makeStatusList, type StatusListNeeds } from './status-list';
import { tagOf } from './trust-list';

interface Needs extends StatusListNeeds {
  readonly clock: Clock;
  readonly cityOf: CityOf;
}

/** Which passes of a city were revoked, for validators; nothing but its tag for one that holds it already. */
export const getStatusList: UseCase<typeof endpoint, Needs> = async (needs, _caller, { city, held }) => {
  const chosen = await passCity(needs.cityOf, city);
  if (!chosen.ok) return chosen;
  const bytes = await makeStatusList(needs, { city, generation: chosen.value.keyGeneration }, needs.clock.now());
  const tag = tagOf(bytes);
  return ok({ tag, ...(held !== tag && { list: Buffer.from(bytes).toString('base64url') }) });
};
