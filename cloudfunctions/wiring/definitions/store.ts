import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { Log } from '../../ports/log';
import type { Retention } from '../../ports/retention';
import { definePort } from '../port-definition';

/** Where documents are kept, before it is opened. */
export interface StorePlace {
  /** Whether documents are there already: then a new master key would open nothing. Opens nothing that stays open. */
  readonly holdsData: () => Promise<boolean>;
  /** Opens it; wrapped keys live apart from the documents inside ({@link keysApart}). */
  readonly open: () => Promise<DocumentStore>;
  /** Days for which files of the store itself may hold a key that was just erased; undefined where nobody can say, absent where nobody ever can. */
  readonly keyCopyDays?: () => number | undefined;
}

interface StoreNeeds {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
}

/** Documents. */
export const store = definePort<StoreNeeds, StorePlace>({ chosenBy: 'TONGCHENG_STORE' });

/**
 * One store out of two: wrapped keys live in one of their own, so that a copy of the documents, however old, holds no key
 * of a day or a person (safety rule 3: keys are never in data backups). A collection that is declared to hold wrapped keys goes there.
 */
export const keysApart = (documents: DocumentStore, keys: DocumentStore): DocumentStore => {
  const of = ({ keep }: { readonly keep: Retention }) => (keep.until === 'key' ? keys : documents);
  return {
    insert: (into, document) => of(into).insert(into, document),
    insertMany: (into, all) => of(into).insertMany(into, all),
    get: (from, id) => of(from).get(from, id),
    find: (from, query) => of(from).find(from, query),
    count: (from, where) => of(from).count(from, where),
    stream: (from, query) => of(from).stream(from, query),
    update: (into, document, expectedVersion) => of(into).update(into, document, expectedVersion),
    delete: (from, id) => of(from).delete(from, id),
    dropDay: (from, day) => of(from).dropDay(from, day),
    days: (from) => of(from).days(from),
    ...(documents.makeDay && { makeDay: documents.makeDay }),
    ...troublesOf(documents, keys),
    close: async () => {
      await documents.close();
      await keys.close();
    },
  };
};

/** Of both, where both look after their own files. */
function troublesOf(documents: DocumentStore, keys: DocumentStore): Pick<DocumentStore, 'troubles'> {
  const [one, other] = [documents.troubles, keys.troubles];
  return one && other ? { troubles: async () => [...(await one()), ...(await other())] } : {};
}
