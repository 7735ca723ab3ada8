import {
  dayOfId,
  type Ordering,
  type Position,
  positionOf,
  readCursor,
  readLimit,
  readOrder,
  writeCursor,
} from '../../ports/document-query';
import {
  type Collection,
  CursorRefused,
  type Doc,
  type DocumentStore,
  type Order,
  type Page,
  type Query,
  type Stored,
  StoreRefused,
} from '../../ports/document-store';
import { daily, idsOfDay, isDaily, isWhole } from './collection-fields';
import { readCloudWhere } from './conditions';
import { documentOf, idIn } from './envelope';
import { outcomeOf } from './fault-meaning';
import { maxRows, type Requests, type Selection } from './requests';
import { type RetryLimits, withRetry } from './retry';
import { idIs, isEmpty, type Term, termsAfter, withinDays } from './terms';

type Reads = Pick<DocumentStore, 'get' | 'find' | 'count' | 'stream' | 'days'>;

/** The port's verbs that read. */
export function openReads(requests: Requests, retry: RetryLimits): Reads {
  const select = (of: string, selection: Selection) =>
    withRetry(retry, 'read', (timeoutMs) => requests.select(of, selection, timeoutMs));
  const rows: Rows = (of, cloudQuery, limit) => splitting(select, of, cloudQuery, limit);
  return {
    get: async <D extends Doc>(from: Collection<D>, id: string) =>
      (await rows<D>(from.name, { terms: [idIs(id)], order: byId }, 1))[0],
    find: (from, query) => find(rows, from, query),
    count: async (from, where) => {
      const { terms } = cloudQueryOf(from, { where });
      if (isEmpty(terms)) return 0;
      return withRetry(retry, 'read', (timeoutMs) => requests.count(from.name, terms, timeoutMs));
    },
    stream: (from, query) => stream(rows, from, query),
    days: (from) => days(select, daily(from).name),
  };
}

const byId: Ordering = { descending: false };

type Select = (of: string, selection: Selection) => Promise<readonly unknown[]>;

interface CloudQuery {
  readonly terms: readonly Term[];
  readonly order: Ordering;
  readonly after?: Position;
}

type Rows = <D extends Doc>(of: string, cloudQuery: CloudQuery, limit: number) => Promise<readonly Stored<D>[]>;

function cloudQueryOf<D extends Doc>(
  from: Collection<D>,
  query: { readonly where: object; readonly order?: Order<D> },
) {
  const conditions = readCloudWhere(query.where);
  const terms: readonly Term[] = [...conditions, ...withinDays(from, conditions)];
  return { terms, order: readOrder(isDaily(from), conditions, query.order) };
}

async function find<D extends Doc>(rows: Rows, from: Collection<D>, query: Query<D>): Promise<Page<D>> {
  const limit = readLimit(query.limit);
  const after = query.after === undefined ? {} : { after: wholePosition(readCursor(query.after)) };
  const cloudQuery: CloudQuery = { ...cloudQueryOf(from, query), ...after };
  // One more than wanted tells whether there is a next page; the cloud would cut the 1,001st without a word.
  const found = await rows<D>(from.name, cloudQuery, Math.min(limit + 1, maxRows));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit || found.length === maxRows;
  return more && last ? { items, next: writeCursor(positionOf(last, query.order?.by)) } : { items };
}

async function* stream<D extends Doc>(
  rows: Rows,
  from: Collection<D>,
  query: Pick<Query<D>, 'where' | 'order'>,
): AsyncGenerator<readonly Stored<D>[]> {
  let cloudQuery: CloudQuery = cloudQueryOf(from, query);
  for (;;) {
    const found = await rows<D>(from.name, cloudQuery, maxRows);
    const last = found.at(-1);
    if (last) yield found;
    if (!last || found.length < maxRows) return;
    cloudQuery = { ...cloudQuery, after: positionOf(last, query.order?.by) };
  }
}

/** Asks for half as many, and then for the rest, when the answer would be longer than the cloud sends. */
async function splitting<D extends Doc>(
  select: Select,
  of: string,
  { terms, order, after }: CloudQuery,
  limit: number,
): Promise<readonly Stored<D>[]> {
  if (isEmpty(terms)) return [];
  const all = after ? [...terms, ...termsAfter(order, after)] : terms;
  try {
    return (await select(of, { terms: all, order, limit })).map((row) => documentOf<D>(row));
  } catch (fault) {
    if (outcomeOf(fault) !== 'too-long') throw fault;
    if (limit === 1)
      throw new StoreRefused('云端不返回这么长的文档 the cloud does not give a document that long', { cause: fault });
  }
  const half = Math.ceil(limit / 2);
  const first = await splitting<D>(select, of, { terms, order, ...(after ? { after } : {}) }, half);
  const last = first.at(-1);
  if (!last || first.length < half || limit === half) return first;
  const position = positionOf(last, order.field);
  return [...first, ...(await splitting<D>(select, of, { terms, order, after: position }, limit - half))];
}

/** Throws CursorRefused for what no document of the cloud can have: text with half a character in it. */
function wholePosition(position: Position): Position {
  const isOurs = isWhole(position.id) && (typeof position.value !== 'string' || isWhole(position.value));
  if (!isOurs) throw new CursorRefused();
  return position;
}

/** One small query a day that is held: the first id, then the first that is past its day. */
async function days(select: Select, of: string): Promise<readonly string[]> {
  const held: string[] = [];
  let terms: readonly Term[] = [];
  for (;;) {
    const [found] = await select(of, { terms, order: byId, limit: 1, only: ['_id'] });
    const id = idIn(found);
    if (id === undefined) return held;
    const day = dayOfId(id);
    if (day === '') throw new Error(`${of} holds a document of no day`);
    held.push(day);
    terms = [{ kind: 'range', field: '_id', bounds: [['gte', idsOfDay(day).until]] }];
  }
}
