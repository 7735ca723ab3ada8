import { setImmediate as breath } from 'node:timers/promises';
import type { Collection, Doc, DocumentStore, Order, Page, Query, Stored } from '../../ports/document-store';
import { type Asked, readWhere } from './conditions';
import { readCursor, writeCursor } from './cursor';
import type { Deeds } from './deeds';
import { misused } from './misuse';
import type { Ordering } from './plan';
import { decode } from './rows';
import type { Question } from './selection';
import { type Shape, shapeOf } from './shape';
import { daily } from './writes';

type Reads = Pick<DocumentStore, 'get' | 'find' | 'count' | 'stream' | 'days'>;

const batch = { documents: 1_000, characters: 8_000_000 };

/** The port's verbs that read. What they see is committed, because a group is written and committed in one breath. */
export const openReads = (deeds: Deeds): Reads => ({
  get: async <D extends Doc>(from: Collection<D>, id: string) => {
    const row = await deeds.get(shapeOf(from), id);
    return row && decode<D>(row);
  },
  find: async (from, query) => find(deeds, shapeOf(from), query),
  count: async (from, where) => deeds.count(shapeOf(from), readWhere(where)),
  stream: (from, query) => stream(deeds, from, query),
  days: async (from) => deeds.days(daily(from)),
});

async function find<D extends Doc>(deeds: Deeds, shape: Shape, query: Query<D>): Promise<Page<D>> {
  const { limit, after, order } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) return misused(`limit ${limit}: 1 to 1,000`);
  const asked = readWhere(query.where);
  const position = after === undefined ? {} : { after: readCursor(after) };
  const question = { asked, order: orderingOf(shape, asked, order), limit: limit + 1, ...position };
  const found = await deeds.select(shape, question);
  const items = found.slice(0, limit).map((row) => decode<D>(row));
  const last = items.at(-1);
  return found.length > limit && last ? { items, next: cursorOf(last, order) } : { items };
}

async function* stream<D extends Doc>(
  deeds: Deeds,
  from: Collection<D>,
  query: { readonly where: object; readonly order?: Order<D> },
): AsyncGenerator<readonly Stored<D>[]> {
  const shape = shapeOf(from);
  let after: Pick<Question, 'after'> = {};
  for (;;) {
    const asked = readWhere(query.where);
    const question = { asked, order: orderingOf(shape, asked, query.order), limit: batch.documents, ...after };
    const found = (await deeds.select(shape, question, batch.characters)).map((row) => decode<D>(row));
    const last = found.at(-1);
    if (!last) return;
    yield found;
    after = { after: readCursor(cursorOf(last, query.order)) };
    await breath();
  }
}

/** Ordering by what is the same in every answer is ordering by `_id`; so is ordering by the day its ids begin with. */
function orderingOf<D extends Doc>(shape: Shape, asked: readonly Asked[], order: Order<D> | undefined): Ordering {
  const descending = order?.direction === 'desc';
  if (!order || order.by === '_id' || (shape.daily && order.by === 'day')) return { descending };
  const same = asked.some((each) => each.field === order.by && each.kind === 'among' && each.values.length === 1);
  return same ? { descending } : { field: order.by, descending };
}

const cursorOf = <D extends Doc>(last: Stored<D>, order: Order<D> | undefined) =>
  writeCursor(last._id, order ? Reflect.get(last, order.by) : null);
