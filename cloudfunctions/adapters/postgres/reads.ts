import {
  dayOfId,
  type Position,
  positionOf,
  readCursor,
  readLimit,
  readOrder,
  readWhere,
  writeCursor,
} from '../../ports/document-query';
import type { Collection, Doc, DocumentStore, Order, Page, Query, Stored } from '../../ports/document-store';
import { type CollectionSpec, dailySpec, specOf } from './collection-spec';
import { countStatement, getStatement } from './query-sql';

import { isNoTable } from './retry';
import { decode } from './rows';
import { type CollectionQuery, collectionQuery, onTable, type StoreContext, selectDays } from './select-days';
import { daysHolding, daysIn } from './table-sql';

type Reads = Pick<DocumentStore, 'get' | 'find' | 'count' | 'stream' | 'days'>;

const batch = { documents: 1_000, characters: 8_000_000 };

/** The port's verbs that read. Each statement sees what is committed when it begins. */
export const openReads = (context: StoreContext): Reads => ({
  get: async (from, id) => get(context, specOf(from), id),
  find: async (from, query) => find(context, specOf(from), query),
  count: async (from, where) => count(context, collectionQuery(specOf(from), readWhere(where))),
  stream: (from, query) => stream(context, from, query),
  days: async (from) => days(context, dailySpec(from)),
});

async function get<D extends Doc>(
  context: StoreContext,
  spec: CollectionSpec,
  id: string,
): Promise<Stored<D> | undefined> {
  const day = spec.daily ? dayOfId(id) : '';
  if (spec.daily && day === '') return undefined;
  const { schema } = context.server;
  const [row] = await onTable(context, spec, day, (table) => getStatement({ schema, spec, table, day }, id), true);
  return row && decode<D>(row);
}

async function find<D extends Doc>(context: StoreContext, spec: CollectionSpec, query: Query<D>): Promise<Page<D>> {
  const limit = readLimit(query.limit);
  const asked = collectionQuery(spec, readWhere(query.where));
  const after = query.after === undefined ? undefined : readCursor(query.after);
  const order = readOrder(asked.spec.daily, asked.conditions, query.order);
  const found = await selectDays<D>(context, asked, { order, limit: limit + 1, after });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last ? { items, next: writeCursor(positionOf(last, query.order?.by)) } : { items };
}

async function count(context: StoreContext, { spec, conditions, days }: CollectionQuery): Promise<number> {
  const { schema } = context.server;
  const each = days.map((day) =>
    onTable(context, spec, day, (table) => countStatement({ schema, spec, table, day, conditions }), false),
  );
  return (await Promise.all(each)).reduce((sum, [row]) => sum + Number(row?.[0] ?? 0), 0);
}

/**
 * Page after page by key, not a cursor of the server: no connection and no snapshot is held while the taker thinks, and a
 * server that restarts meanwhile interrupts nothing.
 */
async function* stream<D extends Doc>(
  context: StoreContext,
  from: Collection<D>,
  query: { readonly where: object; readonly order?: Order<D> },
): AsyncGenerator<readonly Stored<D>[]> {
  const asked = collectionQuery(specOf(from), readWhere(query.where));
  const order = readOrder(asked.spec.daily, asked.conditions, query.order);
  let after: Position | undefined;
  for (;;) {
    const part = { order, limit: batch.documents, characters: batch.characters, after };
    const found = await selectDays<D>(context, asked, part);
    const last = found.at(-1);
    if (!last) return;
    yield found;
    after = positionOf(last, query.order?.by);
  }
}

/** A day that is dropped between the two questions is asked about anew. */
async function days({ server }: StoreContext, spec: CollectionSpec): Promise<readonly string[]> {
  for (let attempts = 0; ; attempts += 1) {
    const all = await server.withRetry(() => daysIn(server.runShared, server.schema, spec));
    try {
      const full = await server.withRetry(() => daysHolding(server.run, server.schema, spec, all));
      return all.filter((day) => full.has(day));
    } catch (fault) {
      if (!isNoTable(fault) || attempts >= 3) throw fault;
    }
  }
}
