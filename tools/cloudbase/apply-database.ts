import type { CloudDatabase, KeptIndex } from './cloud-database';
import type { DeclaredCollection } from './declared';

/** One thing that is missing in the cloud, or there without being declared. */
export interface Difference {
  readonly kind: 'collection is missing' | 'index is missing' | 'index nobody declares';
  readonly collection: string;
  readonly index?: string;
}

const sameFields = (one: KeptIndex, other: KeptIndex) => one.fields.join(' ') === other.fields.join(' ');

/**
 * Compares a database with what is declared and, with `apply`, makes what is missing and closes every collection to clients.
 * Nothing is ever dropped: an index that nobody declares is named. May be repeated.
 */
export async function applyDatabase(
  database: CloudDatabase,
  declared: readonly DeclaredCollection[],
  apply: boolean,
): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const { name, indexes } of declared) {
    const kept = await database.indexesOf(name);
    if (kept === undefined) differences.push({ kind: 'collection is missing', collection: name });
    if (kept === undefined && apply) await database.create(name);
    for (const index of indexes.filter((each) => !kept?.some((other) => sameFields(each, other)))) {
      differences.push({ kind: 'index is missing', collection: name, index: index.name });
      if (apply) await database.addIndex(name, index);
    }
    for (const other of kept ?? [])
      if (!isOwn(other) && !indexes.some((each) => sameFields(each, other)))
        differences.push({ kind: 'index nobody declares', collection: name, index: other.name });
    if (apply) await database.closeToClients(name);
  }
  return differences;
}

/** Indexes that the cloud makes by itself: of `_id`, and of the owner it writes for clients. */
const isOwn = ({ fields }: KeptIndex): boolean => fields.length === 1 && ['_id', '_openid'].includes(fields[0] ?? '');
