import { setTimeout as sleep } from 'node:timers/promises';
import { misused } from '../../ports/document-question';
import { type Found, lookUp } from './catalog';
import { exclusively } from './layout';
import { dayTableName, literal, lockKey, quoted, tableName } from './names';
import type { Server } from './server';
import type { Shape } from './shape';
import { createDay, createIndex, createTable, declaredIndexes, place } from './table-sql';

/** The tables of this schema, made as their collections declare them when they are first needed. */
export interface Tables {
  /** The table of a collection without days, or of a day, made when absent. */
  receiving(shape: Shape, day: string): Promise<string>;
  /** The tables of those of some days that are there, by the day; a collection without days has one, made when absent. */
  existing(shape: Shape, days: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Removes a day, also one that another host made. */
  drop(shape: Shape, day: string): Promise<void>;
  /** Another host removed it: it is looked for anew. */
  forget(table: string): void;
}

/** {@link Tables} of a server. What was made is remembered; that a day is absent never is, for another host may make it. */
export const openTables = (server: Server): Tables => {
  const ready = new Set<string>();
  const making = new Map<string, Promise<void>>();
  const declared = new Map<string, Shape>();

  const nameOf = (shape: Shape, day: string): string => {
    const first = declared.get(shape.name);
    if (first && first !== shape) return misused(`${shape.name} is declared twice`);
    declared.set(shape.name, shape);
    return shape.daily ? dayTableName(shape, day) : tableName(shape);
  };

  /** Once for all who ask meanwhile; a failure is told to them and tried again by the next. */
  const once = (key: string, work: () => Promise<void>): Promise<void> => {
    const under = making.get(key) ?? work().finally(() => making.delete(key));
    making.set(key, under);
    return under;
  };

  /** Asks for those that are not known yet, all in one question. */
  const find = async (shape: Shape, tables: readonly string[]): Promise<void> => {
    const unknown = tables.filter((table) => !ready.has(table));
    if (unknown.length === 0) return;
    const there = await server.patiently(() => lookUp(server.ask, server.schema, unknown));
    for (const [table, found] of there) {
      await complete(server, shape, table, found);
      ready.add(table);
    }
  };

  const make = async (shape: Shape, day: string, table: string): Promise<void> => {
    await find(shape, [table]);
    if (ready.has(table)) return;
    await exclusively(server, async (run) => {
      await run({ text: createTable(server.schema, shape), values: [] });
      if (shape.daily && !(await lookUp(run, server.schema, [table])).has(table))
        for (const text of createDay(server.schema, shape, day)) await run({ text, values: [] });
      for (const [name, fields] of declaredIndexes(shape, table))
        await run({ text: createIndex(server.schema, shape, table, name, fields), values: [] });
    });
    ready.add(table);
  };

  return {
    receiving: async (shape, day) => {
      const table = nameOf(shape, day);
      if (!ready.has(table)) await once(table, () => make(shape, day, table));
      return table;
    },
    existing: async (shape, days) => {
      const tables = days.map((day) => [day, nameOf(shape, day)] as const);
      if (tables.every(([, table]) => ready.has(table))) return new Map(tables);
      if (!shape.daily) await once(tableName(shape), () => make(shape, '', tableName(shape)));
      await find(
        shape,
        tables.map(([, table]) => table),
      );
      return new Map(tables.filter(([, table]) => ready.has(table)));
    },
    drop: async (shape, day) => {
      const table = nameOf(shape, day);
      ready.delete(table);
      await exclusively(server, async (run) => {
        // Whoever dumps the database meanwhile is not waited for long: the timer comes again.
        await run({ text: "SET LOCAL lock_timeout = '2s'", values: [] });
        await run({ text: `DROP TABLE IF EXISTS ${place(server.schema, table)}`, values: [] });
      });
    },
    forget: (table) => void ready.delete(table),
  };
};

/**
 * Builds the indexes that this version declares and a table of an older one lacks, beside those who write; one that was
 * interrupted is built anew. Indexes that nobody declares any more stay: a host of the older version may still ask by them.
 */
async function complete(server: Server, shape: Shape, table: string, { columns, indexes }: Found): Promise<void> {
  if (shape.spreadField !== undefined && !columns.includes('spread'))
    throw new Error(`${shape.name}: its documents live elsewhere now; a layout step must move them`);
  const lacking = [...declaredIndexes(shape, table)].filter(([name]) => indexes.get(name) !== true);
  if (lacking.length === 0) return;
  await server.unhurried(async (run) => {
    await alone(run, server.schema, async () => {
      const now = (await lookUp(run, server.schema, [table])).get(table)?.indexes;
      for (const [name, fields] of lacking) {
        if (now?.get(name) === true) continue;
        if (now?.get(name) === false)
          await run({ text: `DROP INDEX IF EXISTS ${quoted(server.schema)}.${quoted(name)}`, values: [] });
        await run({ text: createIndex(server.schema, shape, table, name, fields, 'CONCURRENTLY'), values: [] });
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
