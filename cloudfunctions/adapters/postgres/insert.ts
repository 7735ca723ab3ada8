import { randomBytes } from 'node:crypto';
import { type CollectionSpec, qualified } from './collection-spec';
import { type InsertGroup, openInsertGroup, type PlaceOfRow, type WriteRows } from './insert-group';
import { isNoTable } from './retry';
import type { Encoded } from './rows';
import type { StoreContext } from './select-days';
import type { Server } from './server';
import { insertStatement, markedStatement, type Target } from './statements';

/** A writer mark that no other write has: by it a write whose answer was lost is known again. */
export const newWriterMark = (): string => randomBytes(8).readBigInt64BE().toString();

/** Inserts of all tables. */
export interface Inserts {
  /** The documents of one table; resolves when they are durable, with those that were new. */
  readonly insert: (spec: CollectionSpec, day: string, rows: readonly Encoded[]) => Promise<ReadonlySet<Encoded>>;
  /** Resolves when nothing waits any more. */
  readonly settle: () => Promise<void>;
}

/** {@link Inserts}: one group for each table. */
export const openInserts = (context: StoreContext): Inserts => {
  const groups = new Map<string, InsertGroup>();
  const pending = new Set<Promise<unknown>>();
  const onRowsWritten = analyzeOnGrowth(context.server);

  const groupOf = (spec: CollectionSpec, day: string): InsertGroup => {
    const key = `${spec.name}/${day}`;
    const group =
      groups.get(key) ?? openInsertGroup(writeRows(context, onRowsWritten, spec, day), placesOf(spec), newWriterMark);
    if (groups.size > maxGroups) for (const [old, each] of groups) if (each.isIdle()) groups.delete(old);
    groups.set(key, group);
    return group;
  };

  return {
    insert: (spec, day, rows) => {
      const written = groupOf(spec, day).submit(rows);
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

const maxGroups = 100;

/** As {@link CollectionSpec.distributedBy} says it: by a column or by the id; the others lie in one place. */
const placesOf = ({ distributionField, distributedBy }: CollectionSpec): PlaceOfRow | undefined => {
  if (distributionField !== undefined) return ({ spread }) => spread ?? '';
  return distributedBy === '_id' ? ({ id }) => id : undefined;
};

/**
 * Writes rows of different ids in one statement. Should the answer be lost, it is written again: what is there by then and
 * carries our writer mark is ours. A day that another host dropped in between is made anew.
 */
const writeRows =
  ({ server, tables }: StoreContext, onRowsWritten: OnRowsWritten, spec: CollectionSpec, day: string): WriteRows =>
  async (rows, { writerMark, isRepeated, waits }) => {
    for (let attempts = 0; ; attempts += 1) {
      const table = await tables.forWriting(spec, day);
      const target: Target = { schema: server.schema, spec, table, day };
      const insert = async (again: boolean) => {
        const inserted = await server.run(insertStatement(target, rows, writerMark));
        return again ? server.run(markedStatement(target, rows, writerMark)) : inserted;
      };
      try {
        const ours = await (waits ? server.withRetry((again) => insert(again || isRepeated)) : insert(false));
        onRowsWritten(table, rows.length);
        return new Set(ours.map(([id]) => id ?? ''));
      } catch (fault) {
        if (!isNoTable(fault) || attempts >= 3) throw fault;
        tables.forget(table);
      }
    }
  };

/** Called with the number of rows that were written to a table. */
type OnRowsWritten = (table: string, rows: number) => void;

const firstAt = 1_000;
const factor = 8;

/**
 * Has PostgreSQL look at a table anew whenever this host has written eight times as many rows to it: at 1,000, 8,000, 64,000 …
 * Its own look comes up to a minute late, and until then a day’s table that grows from nothing is planned for as if it were
 * empty. Nobody waits for it, and nothing but speed depends on it.
 */
const analyzeOnGrowth = (server: Server): OnRowsWritten => {
  const written = new Map<string, { rows: number; next: number }>();
  return (table, rows) => {
    const seen = written.get(table) ?? { rows: 0, next: firstAt };
    seen.rows += rows;
    written.set(table, seen);
    if (seen.rows < seen.next) return;
    while (seen.next <= seen.rows) seen.next *= factor;
    if (written.size > maxTables) written.clear();
    server.run({ text: `ANALYZE ${qualified(server.schema, table)}`, values: [] }).catch(() => undefined);
  };
};

const maxTables = 200;
