import type { Collection, Doc } from '../../ports/document-store';
import { isDaily, pathOf } from './collection-fields';

/** An index as it is declared to the cloud's database: fields of the envelope (`envelope.ts`), all upwards. */
export interface CloudIndex {
  readonly name: string;
  readonly fields: readonly string[];
}

/**
 * The indexes that a collection needs in the cloud. Each ends in `_id`, because ties are broken by it; where the collection
 * grows by the day each begins with the day, because every question names it. The index of `_id` alone is the database's own.
 */
export function cloudIndexes<D extends Doc>(collection: Collection<D>): readonly CloudIndex[] {
  return collection.indexes.map((declared) => {
    const asked = declared.filter((field) => field !== '_id' && !(isDaily(collection) && field === 'day'));
    const fields = isDaily(collection) ? ['day', ...asked] : asked;
    return { name: fields.join('_'), fields: [...fields.map(pathOf), '_id'] };
  });
}
