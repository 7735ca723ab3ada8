import type { DocumentStore, StoreTrouble } from '../../ports/document-store';
import type { FileLimits, NoticeDamage } from './database-file';
import { openReads } from './reads';
import { openStoreOperations, type StoreOperations } from './store-operations';
import { openStoreTables } from './tables';
import { openWrites } from './writes';

/** Where the embedded store lives. */
export interface SqliteStoreOptions extends FileLimits {
  /** Made when absent. One process at a time. */
  readonly folder: string;
}

/**
 * The embedded document store (decision 001): SQLite files in a folder, read and written in this thread. Throws when another process has
 * the folder open or when it was written by a newer version.
 */
export const openSqliteStore = ({ folder, ...limits }: SqliteStoreOptions): DocumentStore =>
  storeOf(openStoreOperations(openStoreTables(folder, limits)));

/** The port over what is done with the files, in this thread or in another. */
export const storeOf = (operations: StoreOperations): DocumentStore => {
  const unreadable = new Map<string, StoreTrouble>();
  const noticed: NoticeDamage = ({ part, message: reason }) => unreadable.set(part, { part, is: 'damaged', reason });
  return {
    ...openReads(operations, noticed),
    ...openWrites(operations),
    troubles: async () => [...(await operations.troubles()), ...unreadable.values()],
    close: async () => operations.close(),
  };
};
