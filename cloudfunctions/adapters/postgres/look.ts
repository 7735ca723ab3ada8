import { Client } from 'pg';

/** What a look at a server found. */
export interface ServerFound {
  readonly version: string;
  /** Of one question, in milliseconds. */
  readonly answersInMs: number;
  readonly user: string;
  /** Whether what it acknowledges is on the disk, and its user may make the schema. */
  readonly isDurable: boolean;
  readonly mayCreate: boolean;
}

const question = `SELECT current_setting('server_version') AS version, current_user AS "user",
  current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on' AS durable,
  has_database_privilege(current_database(), 'CREATE') AS creates`;

interface Row {
  readonly version: string;
  readonly user: string;
  readonly durable: boolean;
  readonly creates: boolean;
}

/** Asks a server what an operator wants to know; changes nothing. Throws the driver's own fault, which holds no password. */
export async function lookAtServer(url: string): Promise<ServerFound> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000, query_timeout: 5_000 });
  await client.connect();
  try {
    const from = performance.now();
    const { rows } = await client.query<Row>(question);
    const answersInMs = performance.now() - from;
    const [row] = rows;
    if (!row) throw new Error('no answer');
    return { version: row.version, user: row.user, answersInMs, isDurable: row.durable, mayCreate: row.creates };
  } finally {
    await client.end();
  }
}
