import type { DocumentStore } from '../../ports/document-store';
import { openWorkerPulse } from './citus/worker-pulse';
import { openKeyCleaning } from './clean-keys';
import { type PostgresOptions, withDefaults } from './connections';
import { openInserts } from './insert';
import { bringUpToDate, layoutSteps, refuseUndurable } from './layout';
import { openReads } from './reads';
import { openServer } from './server';
import { openTables } from './tables';
import { openWrites } from './writes';

/** The store in PostgreSQL. */
export interface PostgresStore extends DocumentStore {
  /** Of its schema for ever: by it a schema of keys knows whose keys it holds. */
  readonly installation: string;
  /** Whether keys that were deleted are in no file of the server any more; false where nobody can tell. */
  readonly leavesNothing: () => boolean;
}

/**
 * Documents in PostgreSQL 14 or later (decision 080); any number of hosts at once. Makes and migrates its schema. Throws when
 * the server does not write durably, cannot be reached within the retry budget, or holds a layout of a newer version.
 */
export const openPostgresStore = async (options: PostgresOptions): Promise<PostgresStore> => {
  const settings = withDefaults(options);
  const server = openServer(settings);
  try {
    await refuseUndurable(server);
    const { installation } = await bringUpToDate(server, layoutSteps);
    const cleaning = settings.cleansKeys ? openKeyCleaning(server) : undefined;
    const context = { server, tables: openTables(server), ...(cleaning && { cleaning }) };
    const inserts = openInserts(context);
    const closing = async () => {
      await inserts.settle();
      await server.close();
    };
    const leavesNothing = () => cleaning?.leavesNothing() ?? false;
    const troubles = openWorkerPulse(server);
    return {
      installation,
      leavesNothing,
      ...openReads(context),
      ...openWrites(context, inserts),
      troubles,
      close: closing,
    };
  } catch (fault) {
    await server.close();
    throw fault;
  }
};
