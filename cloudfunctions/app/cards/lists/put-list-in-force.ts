import type { putListInForce as endpoint } from '@tongcheng/shared/cards/list-api';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../../use-case';
import type { StatementNeeds } from '../stated/take-statement';
import { listFor, listProgress } from './list-for';
import { cardLists } from './list-record';

/**
 * B-04: a whole list is put in force by its issuer, who has read what changes. The timer does it, so that nothing stays half done; again is no harm.
 */
export const putListInForce: UseCase<typeof endpoint, StatementNeeds> = async (needs, caller, input) => {
  const found = await listFor(needs, caller, input);
  if (!found.ok) return found;
  const { list, held } = found.value;
  const progress = listProgress(list, input.version);
  if (!held || !progress) return fail('list-unknown');
  if (progress.state === 'in-force' || progress.state === 'applying') return ok(progress);
  if (progress.state === 'receiving' || !list.draft) return fail('list-not-whole', { expected: progress.nextRow });
  if (progress.removed !== input.removed) return fail('list-preview-differs', { removed: progress.removed });
  const next = { ...list, draft: { ...list.draft, applying: { standing: 0 } } };
  if ((await needs.store.update(cardLists, next, held._v)) !== 'updated') return putListInForce(needs, caller, input);
  return ok({ ...progress, state: 'applying' });
};
