import { randomUUID } from 'node:crypto';
import { literal, lockKey, quoted } from './collection-spec';
import type { Server } from './server';

/** What a schema is: which layout, which installation's, and for what. */
export interface LaidOutSchema {
  /** Of this schema for ever; the schema of keys names that of its documents. */
  readonly installation: string;
}

/**
 * Brings a schema to the newest layout, step by step; an empty one is made. Any number of hosts may do so at once: an
 * advisory lock lets one at a time, and each step is a transaction with its stamp, so that an interruption costs one step.
 * Throws, having changed nothing, when the layout is of a newer version.
 */
export const bringUpToDate = async (server: Server, steps: readonly LayoutStep[]): Promise<LaidOutSchema> => {
  const { installation } = await makeLayout(server);
  while ((await advance(server, steps)) !== 'newest');
  return { installation };
};

/** The schema with its one row of `layout`, made when absent. */
const makeLayout = (server: Server): Promise<LaidOutSchema> =>
  exclusively(server, async (run) => {
    const of = quoted(server.schema);
    // On Citus even IF NOT EXISTS goes to every node, and fails while one of them is away.
    const [there] = await run({ text: `SELECT to_regnamespace(${literal(of)}) IS NOT NULL`, values: [] });
    if (there?.[0] !== 't') await run({ text: `CREATE SCHEMA ${of}`, values: [] });
    await run({
      values: [],
      text: `CREATE TABLE IF NOT EXISTS ${of}.layout (
        one boolean PRIMARY KEY DEFAULT true CHECK (one), version integer NOT NULL, installation text NOT NULL)`,
    });
    await run({
      text: `INSERT INTO ${of}.layout (version, installation) VALUES (0, $1) ON CONFLICT DO NOTHING`,
      values: [randomUUID()],
    });
    const [row] = await run({ text: `SELECT installation FROM ${of}.layout`, values: [] });
    return { installation: row?.[0] ?? '' };
  });

/** The next step, if there is one. */
const advance = (server: Server, steps: readonly LayoutStep[]): Promise<'on' | 'newest'> =>
  exclusively(server, async (run) => {
    const of = quoted(server.schema);
    const [row] = await run({ text: `SELECT version FROM ${of}.layout`, values: [] });
    const version = Number(row?.[0]);
    if (version > steps.length) throw new Error(tooNew(server.schema, version, steps.length));
    const step = steps[version];
    if (!step) return 'newest';
    await step(run, server.schema);
    await run({ text: `UPDATE ${of}.layout SET version = ${version + 1}`, values: [] });
    return 'on';
  });

/** A transaction that no other host's runs beside. */
export const exclusively = <T>(server: Server, work: (run: Server['run']) => Promise<T>): Promise<T> =>
  server.withRetry(() =>
    server.transaction(async (run) => {
      await run({ text: `SELECT pg_advisory_xact_lock(${literal(lockKey(server.schema))}::bigint)`, values: [] });
      return work(run);
    }),
  );

const tooNew = (schema: string, found: number, newest: number) =>
  `数据库的版式（${found}）比本程序认识的（${newest}）新，请使用更新的版本 / ` +
  `The database's layout (${found}) is newer than this version knows (${newest}); use a newer version: ${schema}`;

/** Throws unless what the server acknowledges survives a power cut. */
export const refuseUndurable = async (server: Server): Promise<void> => {
  const [row] = await server.withRetry(() =>
    server.runShared({ text: "SELECT current_setting('fsync'), current_setting('full_page_writes')", values: [] }),
  );
  if (row?.every((setting) => setting === 'on')) return;
  throw new Error(
    'PostgreSQL 的 fsync 或 full_page_writes 已关闭，断电会丢失数据 / PostgreSQL runs with fsync or full_page_writes off: a power cut would lose data',
  );
};

/** One step from a layout to the next. Runs in a transaction with its stamp: interrupted, it never happened. */
export type LayoutStep = (run: Server['run'], schema: string) => Promise<void>;

/**
 * Layout 1: the law of order as functions, which expression indexes and queries both use (rows.ts has the same in
 * TypeScript). Numbers are the bits of a double in an order that text keeps.
 */
const sortKeys: LayoutStep = async (run, schema) => {
  const of = quoted(schema);
  await run({
    values: [],
    text: `CREATE FUNCTION ${of}.number_key(bits bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      AS $$ SELECT lpad(to_hex(CASE WHEN bits < 0 THEN ~bits ELSE bits # (-9223372036854775808) END), 16, '0') $$`,
  });
  await run({
    values: [],
    text: `CREATE FUNCTION ${of}.sort_key(body jsonb, field text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $$ SELECT CASE jsonb_typeof(body -> field)
        WHEN 'string' THEN '2' || (body ->> field)
        WHEN 'number' THEN '1' || ${of}.number_key(
          ('x' || encode(float8send((body ->> field)::float8), 'hex'))::bit(64)::bigint)
        WHEN 'boolean' THEN CASE WHEN (body ->> field)::boolean THEN '4' ELSE '3' END
        ELSE '' END $$`,
  });
};

/** In order: the first makes layout 1 out of nothing. Append only. */
export const layoutSteps: readonly LayoutStep[] = [sortKeys];
