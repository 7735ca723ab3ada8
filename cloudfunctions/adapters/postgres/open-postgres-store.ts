import type { DocumentStore } from '../../ports/document-store';
import { openInserts } from './insert';
import { bringUpToDate, refuseUndurable } from './layout';
import { layoutSteps } from './layout-steps';
import { openReads } from './reads';
import { openServer } from './server';
import { type PostgresOptions, settled } from './sessions';
import { openTables } from './tables';
import { openWrites } from './writes';

/** The store in PostgreSQL. */
export interface PostgresStore extends DocumentStore {
  /** Of its schema for ever: by it a schema of keys knows whose keys it holds. */
  readonly installation: string;
}

/**
 * Documents in PostgreSQL 14 or later (decision 080); any number of hosts at once. Makes and migrates its schema. Throws when
 * the server does not write durably, cannot be reached within the patience, or holds a layout of a newer version.
 */
export const openPostgresStore = async (options: PostgresOptions): Promise<PostgresStore> => {
  const server = openServer(settled(options));
  try {
    await refuseUndurable(server);
    const { installation } = await bringUpToDate(server, layoutSteps);
    const reader = { server, tables: openTables(server) };
    const inserts = openInserts(reader);
    const closing = async () => {
      await inserts.settle();
      await server.close();
    };
    return { installation, ...openReads(reader), ...openWrites(reader, inserts), close: closing };
  } catch (fault) {
    await server.close();
    throw fault;
  }
};
