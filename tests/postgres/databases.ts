import { randomUUID } from 'node:crypto';
import type { PostgresOptions } from '@tongcheng/cloudfunctions/adapters/postgres/connections';
import { openPostgresStore } from '@tongcheng/cloudfunctions/adapters/postgres/open-postgres-store';
import { Client } from 'pg';
import type { OpenStore } from '../adapters/document-store/opened';

/** Asks a database directly, as an operator would. */
export const askDirectly = async <R extends object>(url: string, text: string): Promise<readonly R[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
};

/** A name for a schema that nobody has. */
export const newSchema = (): string => `t_${randomUUID().slice(0, 8)}`;

/** Stores in a server, each test's in a schema of its own. */
export const storesIn =
  (url: () => string, options: Omit<PostgresOptions, 'url'> = {}): OpenStore =>
  async () => {
    const schema = newSchema();
    const own = { ...options, url: url(), schema };
    let store = await openPostgresStore(own);
    return {
      store,
      reopen: async () => {
        await store.close();
        store = await openPostgresStore(own);
        return store;
      },
      remove: async () => {
        await store.close();
        await askDirectly(url(), `DROP SCHEMA "${schema}" CASCADE`);
      },
    };
  };
