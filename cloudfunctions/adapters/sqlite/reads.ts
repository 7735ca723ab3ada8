import { setImmediate as breath } from 'node:timers/promises';
import type { Collection, Doc, DocumentStore, Order, Page, Query, Stored } from '../../ports/document-store';
import { answerFrom, placesFor } from './answer';
import { textValue } from './column-value';
import { type Asked, readWhere } from './conditions';
import { readCursor, writeCursor } from './cursor';
import { misused } from './misuse';
import type { Places } from './places';
import type { Ordering } from './plan';
import { countMatches, type Question, select } from './selection';
import { type Shape, shapeOf } from './shape';
import type { Table } from './table';
import { daily } from './writes';

type Reads = Pick<DocumentStore, 'get' | 'find' | 'count' | 'stream' | 'days'>;

const batch = { documents: 1_000, characters: 8_000_000 };

/** The port's verbs that read. What they see is committed, because a group is written and committed in one breath. */
export const openReads = (places: Places): Reads => ({
  get: async (from, id) => places.holding(shapeOf(from), id)?.get(textValue(id)),
  find: async (from, query) => find(places, shapeOf(from), query),
  count: async (from, where) => {
    const { asked, tables } = place(places, shapeOf(from), where);
    return tables.reduce((sum, place) => sum + countIn(place(), asked), 0);
  },
  stream: (from, query) => stream(places, from, query),
  days: async (from) => {
    const shape = daily(from);
    return places.days(shape).filter((day) => holdsSomething(places, shape, day));
  },
});

function find<D extends Doc>(places: Places, shape: Shape, query: Query<D>): Page<D> {
  const { limit, after, order } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) return misused(`limit ${limit}: 1 to 1,000`);
  const { asked, tables } = place(places, shape, query.where);
  const position = after === undefined ? {} : { after: readCursor(after) };
  const found = answerFrom<D>(tables, { asked, order: orderingOf(shape, asked, order), limit: limit + 1, ...position });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last ? { items, next: cursorOf(last, order) } : { items };
}

async function* stream<D extends Doc>(
  places: Places,
  from: Collection<D>,
  query: { readonly where: object; readonly order?: Order<D> },
): AsyncGenerator<readonly Stored<D>[]> {
  const shape = shapeOf(from);
  let after: Pick<Question, 'after'> = {};
  for (;;) {
    const { asked, tables } = place(places, shape, query.where);
    const question = { asked, order: orderingOf(shape, asked, query.order), limit: batch.documents, ...after };
    const found = answerFrom<D>(tables, question, batch.characters);
    const last = found.at(-1);
    if (!last) return;
    yield found;
    after = { after: readCursor(cursorOf(last, query.order)) };
    await breath();
  }
}

/** The conditions of a question and the tables it is for. */
function place(places: Places, shape: Shape, where: object) {
  const asked = readWhere(where);
  const tables = placesFor(places, shape, asked);
  return { tables, asked: shape.daily ? asked.filter(({ field }) => field !== 'day') : asked };
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

const countIn = (table: Table | undefined, asked: readonly Asked[]) => (table ? countMatches(table, asked) : 0);

const holdsSomething = (places: Places, shape: Shape, day: string) => {
  const table = places.ofDay(shape, day);
  return table !== undefined && select(table, { asked: [], order: { descending: false }, limit: 1 }).length > 0;
};
