import { setTimeout as sleep } from 'node:timers/promises';
import { addDays } from '@tongcheng/shared/time';
import { misused } from '../../ports/document-query';
import { type CollectionSpec, dayTableName, literal, lockKey, qualified, quoted, tableName } from './collection-spec';

import { exclusively } from './layout';
import type { Server } from './server';
import {
  createDay,
  createIndex,
  createTable,
  daysHolding,
  daysIn,
  declaredIndexes,
  type Found,
  lookUp,
} from './table-sql';

/** A table made ahead is left alone until it is so many days older than the one being made. */
const emptyDays = 3;

/** The tables of this schema, made as their collections declare them when they are first needed. */
export interface Tables {
  /** The table of a collection without days, or of a day, made when absent. */
  forWriting(spec: CollectionSpec, day: string): Promise<string>;
  /** The tables of those of some days that are there, by the day; a collection without days has one, made when absent. */
  existing(spec: CollectionSpec, days: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Makes the table of a day that nobody writes to yet. Those of long before it that hold nothing, made so themselves, go. */
  makeDay(spec: CollectionSpec, day: string): Promise<void>;
  /** Removes a day, also one that another host made. */
  drop(spec: CollectionSpec, day: string): Promise<void>;
  /** Another host removed it: it is looked for anew. */
  forget(table: string): void;
}

/** {@link Tables} of a server. What was made is remembered; that a day is absent never is, for another host may make it. */
export const openTables = (server: Server): Tables => {
  const ready = new Set<string>();
  const making = new Map<string, Promise<void>>();
  const declared = new Map<string, CollectionSpec>();

  const nameOf = (spec: CollectionSpec, day: string): string => {
    const first = declared.get(spec.name);
    if (first && first !== spec) return misused(`${spec.name} is declared twice`);
    declared.set(spec.name, spec);
    return spec.daily ? dayTableName(spec, day) : tableName(spec);
  };

  /** Once for all who ask meanwhile; a failure rejects them all and is tried again by the next. */
  const once = (key: string, work: () => Promise<void>): Promise<void> => {
    const under = making.get(key) ?? work().finally(() => making.delete(key));
    making.set(key, under);
    return under;
  };

  /** Asks for those that are not known yet, all in one question. */
  const find = async (spec: CollectionSpec, tables: readonly string[]): Promise<void> => {
    const unknown = tables.filter((table) => !ready.has(table));
    if (unknown.length === 0) return;
    const there = await server.withRetry(() => lookUp(server.runShared, server.schema, unknown));
    for (const [table, found] of there) {
      await complete(server, spec, table, found);
      ready.add(table);
    }
  };

  const make = async (spec: CollectionSpec, day: string, table: string): Promise<void> => {
    await find(spec, [table]);
    if (ready.has(table)) return;
    await exclusively(server, async (run) => {
      await run({ text: createTable(server.schema, spec), values: [] });
      if (spec.daily && !(await lookUp(run, server.schema, [table])).has(table))
        for (const text of createDay(server.schema, spec, day)) await run({ text, values: [] });
      for (const [name, fields] of declaredIndexes(spec, table))
        await run({ text: createIndex(server.schema, spec, table, name, fields), values: [] });
    });
    ready.add(table);
  };

  const forWriting = async (spec: CollectionSpec, day: string): Promise<string> => {
    const table = nameOf(spec, day);
    if (!ready.has(table)) await once(table, () => make(spec, day, table));
    return table;
  };

  /** Nobody can write to the table between the look and the drop. */
  const dropIfEmpty = (table: string): Promise<void> =>
    exclusively(server, async (run) => {
      const of = qualified(server.schema, table);
      await run({ text: "SET LOCAL lock_timeout = '2s'", values: [] });
      if (!(await lookUp(run, server.schema, [table])).has(table)) return;
      await run({ text: `LOCK TABLE ${of} IN ACCESS EXCLUSIVE MODE`, values: [] });
      const [row] = await run({ text: `SELECT EXISTS (SELECT 1 FROM ${of})`, values: [] });
      if (row?.[0] === 'f') await run({ text: `DROP TABLE ${of}`, values: [] });
    });

  return {
    forWriting,
    makeDay: async (spec, day) => {
      const isNew = !ready.has(nameOf(spec, day));
      await forWriting(spec, day);
      if (!isNew) return;
      const past = (await server.withRetry(() => daysIn(server.runShared, server.schema, spec))).filter(
        (each) => each < addDays(day, -emptyDays),
      );
      const holding = await server.withRetry(() => daysHolding(server.run, server.schema, spec, past));
      for (const each of past.filter((one) => !holding.has(one))) {
        ready.delete(nameOf(spec, each));
        await dropIfEmpty(nameOf(spec, each));
      }
    },
    existing: async (spec, days) => {
      const tables = days.map((day) => [day, nameOf(spec, day)] as const);
      if (tables.every(([, table]) => ready.has(table))) return new Map(tables);
      if (!spec.daily) await once(tableName(spec), () => make(spec, '', tableName(spec)));
      await find(
        spec,
        tables.map(([, table]) => table),
      );
      return new Map(tables.filter(([, table]) => ready.has(table)));
    },
    drop: async (spec, day) => {
      const table = nameOf(spec, day);
      ready.delete(table);
      await exclusively(server, async (run) => {
        // Whoever dumps the database meanwhile is not waited for long: the timer comes again.
        await run({ text: "SET LOCAL lock_timeout = '2s'", values: [] });
        await run({ text: `DROP TABLE IF EXISTS ${qualified(server.schema, table)}`, values: [] });
      });
    },
    forget: (table) => void ready.delete(table),
  };
};

/**
 * Builds the indexes that this version declares and a table of an older one lacks, beside those who write; one that was
 * interrupted is built anew. Indexes that nobody declares any more stay: a host of the older version may still ask by them.
 */
async function complete(
  server: Server,
  spec: CollectionSpec,
  table: string,
  { columns, indexes }: Found,
): Promise<void> {
  if (spec.distributionField !== undefined && !columns.includes('spread'))
    throw new Error(`${spec.name}: its documents live elsewhere now; a layout step must move them`);
  const lacking = [...declaredIndexes(spec, table)].filter(([name]) => indexes.get(name) !== true);
  if (lacking.length === 0) return;
  await server.withoutTimeouts(async (run) => {
    await alone(run, server.schema, async () => {
      const now = (await lookUp(run, server.schema, [table])).get(table)?.indexes;
      for (const [name, fields] of lacking) {
        if (now?.get(name) === true) continue;
        if (now?.get(name) === false)
          await run({ text: `DROP INDEX IF EXISTS ${quoted(server.schema)}.${quoted(name)}`, values: [] });
        await run({ text: createIndex(server.schema, spec, table, name, fields, 'CONCURRENTLY'), values: [] });
      }
    });
  });
}

/** One host at a time. Asked for again and again, not waited for: who waits would hold up the very build that it waits for. */
async function alone(run: Server['run'], schema: string, work: () => Promise<void>): Promise<void> {
  const key = `${literal(lockKey(`${schema}/indexes`))}::bigint`;
  while ((await run({ text: `SELECT pg_try_advisory_lock(${key})`, values: [] }))[0]?.[0] !== 't') await sleep(100);
  try {
    await work();
  } finally {
    await run({ text: `SELECT pg_advisory_unlock(${key})`, values: [] });
  }
}
