import type { DocumentStore } from '../../ports/document-store';
import { isFirstOfficial } from './first-officials';
import { officials } from './official-record';

/**
 * Gives the first officials every city of the installation, so that one that is brought in later has somebody who may act
 * there; gives the logins whose cities grew. Their sessions learn it at the next renewal, within ten minutes.
 */
export async function giveFirstOfficialsCities(
  { store }: { readonly store: DocumentStore },
  cities: readonly string[],
): Promise<readonly string[]> {
  const grown: string[] = [];
  for await (const batch of store.stream(officials, { where: {} }))
    for (const { _v, ...official } of batch) {
      const missing = cities.filter((city) => !official.cities.includes(city));
      if (!isFirstOfficial(official._id) || missing.length === 0) continue;
      const next = { ...official, cities: [...official.cities, ...missing] };
      if ((await store.update(officials, next, _v)) === 'conflict')
        return [...grown, ...(await giveFirstOfficialsCities({ store }, cities))];
      grown.push(official._id);
    }
  return grown;
}
