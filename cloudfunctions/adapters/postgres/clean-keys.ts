import { qualified } from './collection-spec';
import type { Server } from './server';

/** Removes what PostgreSQL itself keeps of keys that were deleted or replaced. */
export interface KeyCleaning {
  /** Once for all who ask before it begins. What was deleted before the question is dealt with when it resolves. */
  readonly clean: (table: string) => Promise<void>;
  /** Whether all that was deleted so far is in no file of the server any more; false also where nobody can tell. */
  readonly leavesNothing: () => boolean;
}

/** A table of keys that is larger is not written anew while riders wait: some million keys. */
const maxTableBytes = 512_000_000;

/**
 * A deleted row stays in its page, and a written one in the write-ahead log. So the table is written anew (`VACUUM FULL`), a new segment of the
 * log begun and a checkpoint made, which removes the segments before it: searched for in all files of a server, no deleted key of a
 * thousand was found after that (decision 143). Where the role may not do so or the settings keep old segments, that stays the operator's.
 */
export const openKeyCleaning = (server: Server): KeyCleaning => {
  let nothingLeft = true;
  let before: Promise<void> = Promise.resolve();
  let next: { readonly tables: Set<string>; readonly done: Promise<void> } | undefined;

  const cleanAll = async (tables: ReadonlySet<string>) => {
    const small = await Promise.all([...tables].map((table) => writeAnew(server, table)));
    const able = await removesOldLog(server);
    if (able) await beginNewLog(server);
    // A table that was too large once keeps what it kept.
    nothingLeft = nothingLeft && able && !small.includes(false);
  };

  return {
    clean: (table) => {
      if (!next) {
        const tables = new Set<string>();
        const begin = () => {
          next = undefined;
          return cleanAll(tables);
        };
        next = { tables, done: before.then(begin, begin) };
        before = next.done;
      }
      next.tables.add(table);
      return next.done;
    },
    leavesNothing: () => nothingLeft,
  };
};

async function writeAnew(server: Server, table: string): Promise<boolean> {
  const of = qualified(server.schema, table);
  const [row] = await server.withRetry(() => server.run({ text: 'SELECT pg_table_size($1::regclass)', values: [of] }));
  const isSmall = Number(row?.[0]) <= maxTableBytes;
  await aside(server, `VACUUM ${isSmall ? '(FULL) ' : ''}${of}`);
  return isSmall;
}

async function beginNewLog(server: Server): Promise<void> {
  await aside(server, 'SELECT pg_switch_wal()');
  await aside(server, 'CHECKPOINT');
}

/** Outside any transaction, however long it takes. */
const aside = (server: Server, text: string): Promise<unknown> =>
  server.withRetry(() => server.withoutTimeouts((run) => run({ text, values: [] })));

/** This role may begin a new segment and make a checkpoint, and nothing keeps or reuses the segments before: settings, archive, standbys. */
const removesOldLog = async (server: Server): Promise<boolean> => {
  const [row] = await server.withRetry(() => server.run({ text: removesOldLogSql, values: [] }));
  return row?.[0] === 't';
};

const removesOldLogSql = `SELECT
  current_setting('wal_recycle') = 'off' AND current_setting('archive_mode') = 'off'
  AND current_setting('wal_keep_size') IN ('0', '0MB')
  AND NOT EXISTS (SELECT FROM pg_replication_slots) AND NOT EXISTS (SELECT FROM pg_stat_replication)
  AND has_function_privilege('pg_switch_wal()', 'execute')
  AND EXISTS (SELECT FROM pg_roles WHERE rolname IN ('pg_checkpoint', current_user)
    AND (rolsuper OR rolname = 'pg_checkpoint') AND pg_has_role(oid, 'usage'))`;
