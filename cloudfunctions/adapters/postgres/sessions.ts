import { Client, Pool } from 'pg';

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
  readonly patienceMs?: number;
}

/** {@link PostgresOptions} with everything said. */
export type Settled = Required<PostgresOptions>;

/** What is usual. */
export const settled = (options: PostgresOptions): Settled => ({
  schema: 'tongcheng',
  connections: 10,
  statementTimeoutMs: 5_000,
  patienceMs: 5_000,
  ...options,
});

const connectMs = 3_000;
/** Statements of days gone by stay prepared in a session: it is renewed now and then. */
const sessionSeconds = 1_800;

/** All values come as the text PostgreSQL writes; the adapter reads them itself. */
const types = { getTypeParser: () => (value: string) => value };

const clientOptions = ({ url, statementTimeoutMs }: Settled) => ({
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
const settingUp = ({ statementTimeoutMs }: Settled) =>
  `SET statement_timeout = ${statementTimeoutMs}; SET idle_in_transaction_session_timeout = ${statementTimeoutMs};
  SET enable_seqscan = off; SET jit = off;
  SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local')`;

/** Connections that are each one's alone while a statement or transaction runs. */
export const openPool = (settings: Settled, max: number): Pool => {
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
  // An idle connection that breaks is replaced by the next question; there is nobody to tell.
  pool.on('error', () => undefined);
  return pool;
};

/** A connection that takes questions without waiting for the answers before: one way to the server and back for many. */
export const openPipeline = async (settings: Settled): Promise<Client> => {
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

export { sessionSeconds };
