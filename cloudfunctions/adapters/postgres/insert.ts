import { randomBytes } from 'node:crypto';
import type { Reader } from './answer';
import { isNoTable } from './faults';
import { type Growth, watchGrowth } from './growth';
import { type InsertGroup, openInsertGroup } from './insert-group';
import { insertStatement, markedStatement, type Target } from './insert-sql';
import type { Encoded } from './rows';
import type { Shape } from './shape';

/** A mark that no other write has: by it a write whose answer was lost is known again. */
export const newMark = (): string => randomBytes(8).readBigInt64BE().toString();

/** Inserts of all tables. */
export interface Inserts {
  /** The documents of one table; resolves when they are durable, with those that were new. */
  readonly insert: (shape: Shape, day: string, rows: readonly Encoded[]) => Promise<ReadonlySet<Encoded>>;
  /** Resolves when nothing waits any more. */
  readonly settle: () => Promise<void>;
}

/** {@link Inserts}: one group for each table. */
export const openInserts = (reader: Reader): Inserts => {
  const groups = new Map<string, InsertGroup>();
  const pending = new Set<Promise<unknown>>();
  const noteGrowth = watchGrowth(reader.server);

  const groupOf = (shape: Shape, day: string): InsertGroup => {
    const key = `${shape.name}/${day}`;
    const group = groups.get(key) ?? openInsertGroup((rows) => writeRows(reader, noteGrowth, shape, day, rows));
    if (groups.size > mostGroups) for (const [old, each] of groups) if (each.isIdle()) groups.delete(old);
    groups.set(key, group);
    return group;
  };

  return {
    insert: (shape, day, rows) => {
      const written = groupOf(shape, day).submit(rows);
      pending.add(written);
      const forget = () => void pending.delete(written);
      written.then(forget, forget);
      return written;
    },
    settle: async () => {
      while (pending.size > 0) await Promise.allSettled(pending);
    },
  };
};

const mostGroups = 100;

/**
 * Writes rows of different ids in one statement. Should the answer be lost, it is written again: what is there by then and
 * carries our mark is ours. A day that another host dropped in between is made anew.
 */
async function writeRows(
  { server, tables }: Reader,
  noteGrowth: Growth,
  shape: Shape,
  day: string,
  rows: readonly Encoded[],
): Promise<ReadonlySet<string>> {
  const mark = newMark();
  for (let tries = 0; ; tries += 1) {
    const table = await tables.receiving(shape, day);
    const target: Target = { schema: server.schema, shape, table, day };
    try {
      const ours = await server.patiently(async (again) => {
        const inserted = await server.run(insertStatement(target, rows, mark));
        return again ? server.run(markedStatement(target, rows, mark)) : inserted;
      });
      noteGrowth(table, rows.length);
      return new Set(ours.map(([id]) => id ?? ''));
    } catch (fault) {
      if (!isNoTable(fault) || tries >= 3) throw fault;
      tables.forget(table);
    }
  }
}
