import { setImmediate as breath } from 'node:timers/promises';
import { positionOf, readCursor, readLimit, readOrder, writeCursor } from '../../ports/document-query';
import {
  type Collection,
  type Doc,
  type DocumentStore,
  type Order,
  type Page,
  type Query,
  StoreDamaged,
  type Stored,
} from '../../ports/document-store';
import { type CollectionSpec, specOf } from './collection-spec';
import { columnConditions } from './conditions';
import type { NoticeDamage } from './database-file';
import { decode, type Row } from './rows';
import type { TableQuery } from './selection';
import type { StoreOperations } from './store-operations';
import { daily } from './writes';

type Reads = Pick<DocumentStore, 'get' | 'find' | 'count' | 'stream' | 'days'>;

const batch = { documents: 1_000, characters: 8_000_000 };

/** The port's verbs that read. What they see is committed, because a group is written and committed in one breath. */
export const openReads = (operations: StoreOperations, noticed: NoticeDamage): Reads => {
  const read: ReadRow = (row, collection) => {
    try {
      return decode(row, collection);
    } catch (fault) {
      if (fault instanceof StoreDamaged) noticed(fault);
      throw fault;
    }
  };
  return {
    get: async <D extends Doc>(from: Collection<D>, id: string) => {
      const row = await operations.get(specOf(from), id);
      return row && read<D>(row, from.name);
    },
    find: async (from, query) => find(operations, read, specOf(from), query),
    count: async (from, where) => operations.count(specOf(from), columnConditions(where)),
    stream: (from, query) => stream(operations, read, from, query),
    days: async (from) => operations.days(daily(from)),
  };
};

/** A row as its document; damage is noticed. */
type ReadRow = <D extends Doc>(row: Row, collection: string) => Stored<D>;

async function find<D extends Doc>(
  operations: StoreOperations,
  read: ReadRow,
  spec: CollectionSpec,
  query: Query<D>,
): Promise<Page<D>> {
  const { after, order } = query;
  const limit = readLimit(query.limit);
  const conditions = columnConditions(query.where);
  const position = after === undefined ? {} : { after: readCursor(after) };
  const tableQuery = { conditions, order: readOrder(spec.daily, conditions, order), limit: limit + 1, ...position };
  const found = await operations.select(spec, tableQuery);
  const items = found.slice(0, limit).map((row) => read<D>(row, spec.name));
  const last = items.at(-1);
  return found.length > limit && last ? { items, next: writeCursor(positionOf(last, order?.by)) } : { items };
}

async function* stream<D extends Doc>(
  operations: StoreOperations,
  read: ReadRow,
  from: Collection<D>,
  query: { readonly where: object; readonly order?: Order<D> },
): AsyncGenerator<readonly Stored<D>[]> {
  const spec = specOf(from);
  let after: Pick<TableQuery, 'after'> = {};
  for (;;) {
    const conditions = columnConditions(query.where);
    const tableQuery = {
      conditions,
      order: readOrder(spec.daily, conditions, query.order),
      limit: batch.documents,
      ...after,
    };
    const found = (await operations.select(spec, tableQuery, batch.characters)).map((row) => read<D>(row, spec.name));
    const last = found.at(-1);
    if (!last) return;
    yield found;
    after = { after: positionOf(last, query.order?.by) };
    await breath();
  }
}
