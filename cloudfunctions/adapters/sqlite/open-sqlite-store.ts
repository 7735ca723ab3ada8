import type { DocumentStore } from '../../ports/document-store';
import type { FileLimits } from './database-file';
import { type Deeds, openDeeds } from './deeds';
import { openPlaces } from './places';
import { openReads } from './reads';
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
  storeOf(openDeeds(openPlaces(folder, limits)));

/** The port over what is done with the files, in this thread or in another. */
export const storeOf = (deeds: Deeds): DocumentStore => ({
  ...openReads(deeds),
  ...openWrites(deeds),
  close: async () => deeds.close(),
});
