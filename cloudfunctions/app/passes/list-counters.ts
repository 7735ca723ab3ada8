import type { listCounters as endpoint } from '@tongcheng/shared/passes/api';
import { ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { passCity } from './pass-city';

/** P-04: where whoever gets no pass on the phone finds a counter, and when it is open. */
export const listCounters: UseCase<typeof endpoint, { readonly cityOf: CityOf }> = async (
  { cityOf },
  _caller,
  { city },
) => {
  const chosen = await passCity(cityOf, city);
  return chosen.ok ? ok({ counters: chosen.value.counters }) : chosen;
};
