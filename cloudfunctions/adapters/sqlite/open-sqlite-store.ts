import type { DocumentStore } from '../../ports/document-store';
import type { FileLimits } from './database-file';
import { openPlaces } from './places';
import { openReads } from './reads';
import { openWrites } from './writes';

/** Where the embedded store lives. */
export interface SqliteStoreOptions extends FileLimits {
  /** Made when absent. One process at a time. */
  readonly folder: string;
}

/**
 * The embedded document store (decision 001): SQLite files in a folder. Throws when another process has the folder open
 * or when it was written by a newer version.
 */
export const openSqliteStore = ({ folder, ...limits }: SqliteStoreOptions): DocumentStore => {
  const places = openPlaces(folder, limits);
  return { ...openReads(places), ...openWrites(places), close: async () => places.close() };
};
