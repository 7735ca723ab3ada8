import type { Collection, Doc } from './document-store';
import type { Belonging } from './retention';

/** Something that is done with a collection of whatever documents. */
interface CollectionVisit<T> {
  readonly of: <D extends Doc>(collection: Collection<D>) => Promise<T>;
}

/** A collection whose documents' type is put away: for what treats all collections alike by what they declare. */
export interface AnyCollection extends Pick<Collection<Doc>, 'name' | 'partition' | 'keep'> {
  readonly belongs: Belonging<string>;
  readonly visit: <T>(visit: CollectionVisit<T>) => Promise<T>;
}

/** Puts the type of a collection's documents away. */
export const anyCollection = <D extends Doc>(collection: Collection<D>): AnyCollection => ({
  name: collection.name,
  keep: collection.keep,
  belongs: collection.belongs,
  ...(collection.partition && { partition: collection.partition }),
  visit: (visit) => visit.of(collection),
});
