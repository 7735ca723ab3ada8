import type { getList as endpoint } from '@tongcheng/shared/cards/list-api';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../../use-case';
import type { StatementNeeds } from '../stated/take-statement';
import { listFor, listProgress } from './list-for';

/** B-04: how far a list has come and what it would change. */
export const getList: UseCase<typeof endpoint, StatementNeeds> = async (needs, caller, input) => {
  const found = await listFor(needs, caller, input);
  if (!found.ok) return found;
  const progress = listProgress(found.value.list, input.version);
  return progress ? ok(progress) : fail('list-unknown');
};
