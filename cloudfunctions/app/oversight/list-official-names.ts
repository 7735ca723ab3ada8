import type { listOfficialNames as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import { officials } from './official-record';

/** Who acts for a city, by name, revoked officials too: what they did stays theirs. Whoever gave no name has their login. */
export const listOfficialNames: UseCase<typeof endpoint, { readonly store: DocumentStore }> = async (
  { store },
  caller,
  { city },
) => {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const named: { officialId: string; name: string }[] = [];
  for await (const batch of store.stream(officials, { where: {} }))
    for (const record of batch.filter((each) => oversees(each, cityScope(city))))
      named.push({ officialId: record.officialId, name: record.name ?? record._id });
  return ok({ officials: named });
};
