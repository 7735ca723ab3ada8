import type { listRecipients as endpoint } from '@tongcheng/shared/reports/api';
import { fail, ok } from '@tongcheng/shared/result';
import { oversees } from '@tongcheng/shared/scope';
import type { DocumentStore } from '../../../ports/document-store';
import type { UseCase } from '../../use-case';
import { type ScopeNeeds, scopeOf } from '../../venues/scope-of';
import { recipientRow } from '../rows';
import { recipientsOf } from './recipients-of';

interface Needs extends ScopeNeeds {
  readonly store: DocumentStore;
}

/** Everybody who receives the reports of a city or a province, or may come to. */
export const listRecipients: UseCase<typeof endpoint, Needs> = async (needs, caller, { city, level = 'city' }) => {
  const scope = { level, code: city };
  if (!oversees(caller, scope) || !(await scopeOf(needs, scope))) return fail('city-unknown');
  return ok({ recipients: (await recipientsOf(needs, scope)).map(recipientRow) });
};
