import { Client } from 'pg';
import { startPostgres } from '../../tests/servers/postgres';

/** A store that is running: what a host is told to use it. */
export interface RunningStore {
  readonly environment: Readonly<Record<string, string>>;
  /** Processor time in µs that its own processes have used so far; absent where it lives inside the host. */
  readonly cpuMicros?: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** A store that the bench compares. */
export interface BenchedStore {
  readonly name: string;
  /** The home whose adapters the host offers. */
  readonly home: 'servers' | 'cloudbase';
  readonly start: () => Promise<RunningStore>;
}

/** Every store, the embedded one first: the others are held against it. One line a store. */
export const benchedStores: readonly BenchedStore[] = [
  { name: 'embedded', home: 'servers', start: async () => ({ environment: {}, stop: async () => undefined }) },
  { name: 'PostgreSQL', home: 'servers', start: startPostgresStore },
];

/** A server with a database for documents and one for keys. */
export async function startPostgresStore() {
  const server = await startPostgres();
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query('CREATE DATABASE documents');
  await client.query('CREATE DATABASE keys');
  return {
    url: server.url,
    environment: {
      TONGCHENG_STORE: 'postgres',
      TONGCHENG_POSTGRES_URL: server.url.replace(/postgres$/, 'documents'),
      TONGCHENG_KEYS_POSTGRES_URL: server.url.replace(/postgres$/, 'keys'),
    },
    cpuMicros: server.cpuMicros,
    stop: async () => {
      await client.end();
      await server.stop();
    },
  };
}
