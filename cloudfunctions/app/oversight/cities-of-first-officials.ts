import type { DocumentStore } from '../../ports/document-store';
import { provinces } from '../venues/records';
import { isFirstOfficial } from './first-officials';
import { officials } from './official-record';

/**
 * Gives the first officials every city and province of the installation, so that one that is brought in later has somebody
 * who may act there; gives the logins whose places grew. Their sessions learn it at the next renewal, within ten minutes.
 */
export async function giveFirstOfficialsCities(
  { store }: { readonly store: DocumentStore },
  cities: readonly string[],
): Promise<readonly string[]> {
  const served = (await store.find(provinces, { where: {}, limit: 100 })).items.map(({ _id }) => _id);
  const grown: string[] = [];
  for await (const batch of store.stream(officials, { where: {} }))
    for (const { _v, ...official } of batch) {
      const missing = missingOf(cities, official.cities);
      const above = missingOf(served, official.provinces ?? []);
      if (!isFirstOfficial(official._id) || missing.length + above.length === 0) continue;
      const next = {
        ...official,
        cities: [...official.cities, ...missing],
        ...(above.length > 0 && { provinces: [...(official.provinces ?? []), ...above] }),
      };
      if ((await store.update(officials, next, _v)) === 'conflict')
        return [...grown, ...(await giveFirstOfficialsCities({ store }, cities))];
      grown.push(official._id);
    }
  return grown;
}

const missingOf = (wanted: readonly string[], held: readonly string[]) => wanted.filter((code) => !held.includes(code));
