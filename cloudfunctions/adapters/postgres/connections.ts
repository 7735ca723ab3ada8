import { Client, Pool } from 'pg';

import type { Row } from './rows';
import { asConfig, type Statement } from './statements';

/** How PostgreSQL is reached. */
export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, with `?sslmode=verify-full` where the way leads over a network. */
  readonly url: string;
  /** The schema that holds everything; several stores may share a database. */
  readonly schema?: string;
  /** Connections at most, of this process. */
  readonly connections?: number;
  /** A statement that runs longer is ended by the server. */
  readonly statementTimeoutMs?: number;
  /** How long a server that is away is waited for, before a write is refused. */
  readonly retryBudgetMs?: number;
  /** It holds wrapped keys: what was deleted is removed from the server's own files too, as far as the role may ({@link file://./clean-keys.ts}). */
  readonly cleansKeys?: boolean;
}

/** {@link PostgresOptions} with everything said. */
export type PostgresSettings = Required<PostgresOptions>;

/** What is usual. */
export const withDefaults = (options: PostgresOptions): PostgresSettings => ({
  schema: 'tongcheng',
  connections: 10,
  statementTimeoutMs: 5_000,
  retryBudgetMs: 5_000,
  cleansKeys: false,
  ...options,
});

const connectMs = 3_000;
/** Statements of days gone by stay prepared in a session: it is renewed now and then. */
const sessionSeconds = 1_800;

/** All values come as the text PostgreSQL writes; the adapter reads them itself. */
const types = { getTypeParser: () => (value: string) => value };

const clientOptions = ({ url, statementTimeoutMs }: PostgresSettings) => ({
  connectionString: url,
  application_name: 'tongcheng',
  connectionTimeoutMillis: connectMs,
  // Should the server not even say that it gave up: then the connection is given up.
  query_timeout: statementTimeoutMs + 2_000,
  keepAlive: true,
  types,
});

/**
 * Each session: nothing runs for ever; our own indexes are used from the first row of a day, before there are statistics;
 * nothing is compiled for questions of a millisecond; and an answer means that the write is on the disk, however the server
 * is set (a standby that is waited for stays waited for).
 */
const settingUp = ({ statementTimeoutMs }: PostgresSettings) =>
  `SET statement_timeout = ${statementTimeoutMs}; SET idle_in_transaction_session_timeout = ${statementTimeoutMs};
  SET enable_seqscan = off; SET jit = off;
  SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local')`;

/** Connections that are each one's alone while a statement or transaction runs. */
export const openPool = (settings: PostgresSettings, max: number): Pool => {
  const pool = new Pool({
    ...clientOptions(settings),
    max,
    maxLifetimeSeconds: sessionSeconds,
    onConnect: async (client) => {
      // One that breaks while it is taken tells whoever waits for its answer; unheard, the event would end the process.
      client.on('error', () => undefined);
      await client.query(settingUp(settings));
    },
  });
  // An idle connection that breaks is replaced at the next query; nobody waits for it.
  pool.on('error', () => undefined);
  return pool;
};

/** A connection that takes questions without waiting for the answers before: one way to the server and back for many. */
const openPipeline = async (settings: PostgresSettings): Promise<Client> => {
  const client = new Client({ ...clientOptions(settings), pipeline: true });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(settingUp(settings));
  } catch (fault) {
    void client.end().catch(() => undefined);
    throw fault;
  }
  return client;
};

/** A pipelined connection that is made anew when it breaks or grows old. For short questions only: each waits for those before it. */
export interface SharedConnection {
  /** Questions under way. */
  readonly load: () => number;
  readonly runShared: (statement: Statement) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}

/** {@link SharedConnection}; connects at the first question. */
export const openSharedConnection = (settings: PostgresSettings): SharedConnection => {
  let current: Promise<Client> | undefined;
  let until = 0;
  let load = 0;

  const renewed = (): Promise<Client> => {
    const old = current;
    const opening = openPipeline(settings);
    current = opening;
    until = performance.now() + sessionSeconds * 1_000;
    const forget = () => {
      if (current === opening) current = undefined;
    };
    opening.then((client) => client.once('end', forget), forget);
    // What is under way on the old one is answered before it closes.
    old?.then((client) => client.end()).catch(() => undefined);
    return opening;
  };

  const runShared = async (statement: Statement): Promise<readonly Row[]> => {
    const opened = current && performance.now() < until ? current : renewed();
    load += 1;
    try {
      const client = await opened;
      const { rows } = await client.query<string[]>(asConfig(statement));
      return rows;
    } catch (fault) {
      if (isBroken(fault) && current === opened) current = undefined;
      throw fault;
    } finally {
      load -= 1;
    }
  };

  return {
    load: () => load,
    runShared,
    close: async () => {
      const last = current;
      current = undefined;
      await last?.then((client) => client.end()).catch(() => undefined);
    },
  };
};

/** A fault without a SQLSTATE is one of the connection. */
const isBroken = (fault: unknown): boolean =>
  !(typeof fault === 'object' && fault !== null && 'code' in fault && /^[0-9A-Z]{5}$/.test(String(fault.code)));
