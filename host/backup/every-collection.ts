import { everyCollection } from '@tongcheng/cloudfunctions/app/retention/every-collection';
import type { AnyCollection } from '@tongcheng/cloudfunctions/ports/any-collection';

/** What a backup of the data holds: everything but wrapped keys. What lives for seconds or stays with its place is on no list. */
export const documentCollections: readonly AnyCollection[] = everyCollection.filter(({ keep }) => keep.until !== 'key');

/** Wrapped keys of days and persons: a backup of their own, kept elsewhere. */
export const keyCollections: readonly AnyCollection[] = everyCollection.filter(({ keep }) => keep.until === 'key');
