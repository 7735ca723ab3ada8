import { readCursor, readLimit, readWhere, writeCursor } from '../../ports/document-question';
import type { Collection, Doc, DocumentStore, Order, Page, Query, Stored } from '../../ports/document-store';
import { answer, type Inquiry, inquiry, onTable, type Reader } from './answer';
import { daysHolding, daysIn } from './catalog';
import { isNoTable } from './faults';
import type { Ordering } from './plan';
import { countStatement, getStatement } from './question-sql';
import { decode } from './rows';
import { dailyShape, dayOfId, type Shape, shapeOf } from './shape';

type Reads = Pick<DocumentStore, 'get' | 'find' | 'count' | 'stream' | 'days'>;

const batch = { documents: 1_000, characters: 8_000_000 };

/** The port's verbs that read. Each statement sees what is committed when it begins. */
export const openReads = (reader: Reader): Reads => ({
  get: async (from, id) => get(reader, shapeOf(from), id),
  find: async (from, query) => find(reader, shapeOf(from), query),
  count: async (from, where) => count(reader, inquiry(shapeOf(from), readWhere(where))),
  stream: (from, query) => stream(reader, from, query),
  days: async (from) => days(reader, dailyShape(from)),
});

async function get<D extends Doc>(reader: Reader, shape: Shape, id: string): Promise<Stored<D> | undefined> {
  const day = shape.daily ? dayOfId(id) : '';
  if (shape.daily && day === '') return undefined;
  const { schema } = reader.server;
  const [row] = await onTable(reader, shape, day, (table) => getStatement({ schema, shape, table, day }, id), true);
  return row && decode<D>(row);
}

async function find<D extends Doc>(reader: Reader, shape: Shape, query: Query<D>): Promise<Page<D>> {
  const limit = readLimit(query.limit);
  const asked = inquiry(shape, readWhere(query.where));
  const after = query.after === undefined ? undefined : readCursor(query.after);
  const order = orderingOf(asked, query.order);
  const found = await answer<D>(reader, asked, { order, limit: limit + 1, after });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last ? { items, next: cursorOf(last, query.order) } : { items };
}

async function count(reader: Reader, { shape, asked, days }: Inquiry): Promise<number> {
  const { schema } = reader.server;
  const each = days.map((day) =>
    onTable(reader, shape, day, (table) => countStatement({ schema, shape, table, day, asked }), false),
  );
  return (await Promise.all(each)).reduce((sum, [row]) => sum + Number(row?.[0] ?? 0), 0);
}

/**
 * Page after page by key, not a cursor of the server: no connection and no snapshot is held while the taker thinks, and a
 * server that restarts meanwhile interrupts nothing.
 */
async function* stream<D extends Doc>(
  reader: Reader,
  from: Collection<D>,
  query: { readonly where: object; readonly order?: Order<D> },
): AsyncGenerator<readonly Stored<D>[]> {
  const asked = inquiry(shapeOf(from), readWhere(query.where));
  const order = orderingOf(asked, query.order);
  let after: ReturnType<typeof readCursor> | undefined;
  for (;;) {
    const part = { order, limit: batch.documents, characters: batch.characters, after };
    const found = await answer<D>(reader, asked, part);
    const last = found.at(-1);
    if (!last) return;
    yield found;
    after = readCursor(cursorOf(last, query.order));
  }
}

/** Ordering by what is the same in every answer is ordering by `_id`; so is ordering by the day its ids begin with. */
function orderingOf<D extends Doc>({ shape, asked }: Inquiry, order: Order<D> | undefined): Ordering {
  const descending = order?.direction === 'desc';
  if (!order || order.by === '_id' || (shape.daily && order.by === 'day')) return { descending };
  const same = asked.some((each) => each.field === order.by && each.kind === 'among' && each.values.length === 1);
  return same ? { descending } : { field: order.by, descending };
}

const cursorOf = <D extends Doc>(last: Stored<D>, order: Order<D> | undefined): string =>
  writeCursor(last._id, order ? Reflect.get(last, order.by) : null);

/** A day that is dropped between the two questions is asked about anew. */
async function days({ server }: Reader, shape: Shape): Promise<readonly string[]> {
  for (let tries = 0; ; tries += 1) {
    const all = await server.patiently(() => daysIn(server.ask, server.schema, shape));
    try {
      const full = await server.patiently(() => daysHolding(server.run, server.schema, shape, all));
      return all.filter((day) => full.has(day));
    } catch (fault) {
      if (!isNoTable(fault) || tries >= 3) throw fault;
    }
  }
}
