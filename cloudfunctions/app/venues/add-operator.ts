import { newId } from '@tongcheng/shared/ids';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { addOperator as endpoint } from '@tongcheng/shared/venues/api';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf } from './cached-records';
import { type OperatorRecord, operators } from './operator-record';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly cityOf: CityOf;
}

/** Adds an operator to a city of the caller; the same name twice is one operator. */
export const addOperator: UseCase<typeof endpoint, Needs> = async (needs, caller, { city, name }) => {
  if (!oversees(caller, cityScope(city)) || !(await needs.cityOf(city))) return fail('city-unknown');
  const { items } = await needs.store.find(operators, { where: { city }, limit: 1_000 });
  const known = items.find((operator) => operator.name === name);
  if (known) return ok(operatorRow(known));
  const now = needs.clock.now();
  const added = { _id: newId(now, needs.chance.bytes), city, name, addedAt: now, addedBy: caller.officialId };
  await needs.store.insert(operators, added);
  return ok(operatorRow(added));
};

/** An operator as officials see it. */
export const operatorRow = ({ _id, city, name, addedAt }: OperatorRecord) => ({ operatorId: _id, city, name, addedAt });
