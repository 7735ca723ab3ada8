import type { PoolClient } from 'pg';
import { openPool, openSharedConnection, type PostgresSettings, type SharedConnection } from './connections';
import { makeRetry, type WithRetry } from './retry';
import type { Row } from './rows';
import { asConfig, type Statement } from './statements';

/** The way to one PostgreSQL. Nothing here tries twice but `patiently`. */
export interface Server {
  readonly schema: string;
  readonly withRetry: WithRetry;
  /** A question that is short: shares a connection with others. */
  readonly runShared: (statement: Statement) => Promise<readonly Row[]>;
  /** A statement on a connection of its own: writes, and questions that may take long. */
  readonly run: (statement: Statement) => Promise<readonly Row[]>;
  /** Several statements, all of them or none. `set` is run first, e.g. other time-outs; it ends with the transaction. */
  readonly transaction: <T>(work: (run: Server['run']) => Promise<T>) => Promise<T>;
  /** A connection without time-out, for what builds indexes; outside any transaction. */
  readonly withoutTimeouts: <T>(work: (run: Server['run']) => Promise<T>) => Promise<T>;
  readonly isClosed: () => boolean;
  readonly close: () => Promise<void>;
}

/** {@link Server}; connects at the first question. */
export const openServer = (settings: PostgresSettings): Server => {
  const sharedCount = Math.max(1, Math.min(4, Math.floor(settings.connections / 4)));
  const shared = Array.from({ length: sharedCount }, () => openSharedConnection(settings));
  const pool = openPool(settings, Math.max(2, settings.connections - sharedCount));
  let closed = false;
  const isClosed = () => closed;

  const withClient = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      const done = await work(client);
      client.release();
      return done;
    } catch (fault) {
      client.release(!isOrderly(fault));
      throw fault;
    }
  };

  return {
    schema: settings.schema,
    withRetry: makeRetry(settings.retryBudgetMs, isClosed),
    isClosed,
    runShared: (statement) => idlest(shared).runShared(statement),
    run: (statement) => withClient((client) => queryOn(client)(statement)),
    transaction: (work) => withClient((client) => inTransaction(client, work)),
    withoutTimeouts: (work) =>
      withClient(async (client) => {
        await client.query("SET statement_timeout = 0; SET lock_timeout = '10s'");
        const done = await work(patientQueryOn(client));
        await client.query(`SET statement_timeout = ${settings.statementTimeoutMs}; SET lock_timeout = 0`);
        return done;
      }),
    close: async () => {
      if (closed) return;
      closed = true;
      await Promise.all(shared.map((connection) => connection.close()));
      await pool.end();
    },
  };
};

const idlest = (shared: readonly SharedConnection[]): SharedConnection =>
  shared.reduce((least, connection) => (connection.load() < least.load() ? connection : least));

const queryOn =
  (client: PoolClient): Server['run'] =>
  async (statement) =>
    (await client.query<string[]>(asConfig(statement))).rows;

/** Without the client's own time-out either. */
const patientQueryOn =
  (client: PoolClient): Server['run'] =>
  async (statement) => {
    const config = { ...asConfig(statement), query_timeout: 3_600_000 };
    return (await client.query<string[]>(config)).rows;
  };

async function inTransaction<T>(client: PoolClient, work: (run: Server['run']) => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const done = await work(queryOn(client));
    await client.query('COMMIT');
    return done;
  } catch (fault) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw fault;
  }
}

/** A fault with a SQLSTATE leaves the connection usable, unless the server is shutting it down. */
const isOrderly = (fault: unknown): boolean => {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
  return /^[0-9A-Z]{5}$/.test(code) && !/^(08|57P)/.test(code);
};
