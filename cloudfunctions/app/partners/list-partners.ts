import type { listPartners as endpoint } from '@tongcheng/shared/partners/api';
import { fail, ok } from '@tongcheng/shared/result';
import { oversees } from '@tongcheng/shared/scope';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import { partnerRow, partners } from './partner-record';

/** Partner systems that speak for a city or a province of the caller, those that were revoked among them. */
export const listPartners: UseCase<typeof endpoint, { readonly store: DocumentStore }> = async (
  { store },
  caller,
  { level, code },
) => {
  if (!oversees(caller, { level, code })) return fail('city-unknown');
  const { items } = await store.find(partners, { where: {}, limit: 1_000 });
  const theirs = items.filter(({ scopes }) => scopes.some((scope) => scope.level === level && scope.code === code));
  return ok({ partners: theirs.map(partnerRow) });
};
