import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { listOperators as endpoint } from '@tongcheng/shared/venues/api';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import { operatorRow } from './add-operator';
import type { CityOf } from './cached-records';
import { operators } from './operator-record';

interface Needs {
  readonly store: DocumentStore;
  readonly cityOf: CityOf;
}

/** Operators of a city of the caller, at most 1,000. */
export const listOperators: UseCase<typeof endpoint, Needs> = async ({ store, cityOf }, caller, { city }) => {
  if (!oversees(caller, cityScope(city)) || !(await cityOf(city))) return fail('city-unknown');
  const { items } = await store.find(operators, { where: { city }, limit: 1_000 });
  return ok({ operators: items.map(operatorRow) });
};
