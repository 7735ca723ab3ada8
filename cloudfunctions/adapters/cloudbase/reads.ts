import {
  type Collection,
  type Doc,
  type DocumentStore,
  type Order,
  type Page,
  type Query,
  type Stored,
  StoreRefused,
} from '../../ports/document-store';
import { readWhere } from './conditions';
import { type Position, readCursor, standingOf, writeCursor } from './cursor';
import { documentOf } from './envelope';
import { meaningOf } from './fault-meaning';
import { type Patience, patiently } from './patience';
import { most, type Requests, type Selection } from './requests';
import { idIn } from './rows';
import { daily, dayOfId, idsOfDay, misused } from './shape';
import { idIs, isEmpty, type Ordering, orderingOf, type Term, termsAfter, withinDays } from './terms';

type Reads = Pick<DocumentStore, 'get' | 'find' | 'count' | 'stream' | 'days'>;

/** The port's verbs that read. */
export function openReads(requests: Requests, patience: Patience): Reads {
  const select = (of: string, selection: Selection) =>
    patiently(patience, 'read', (timeoutMs) => requests.select(of, selection, timeoutMs));
  const rows: Rows = (of, question, limit) => splitting(select, of, question, limit);
  return {
    get: async <D extends Doc>(from: Collection<D>, id: string) =>
      (await rows<D>(from.name, { terms: [idIs(id)], order: byId }, 1))[0],
    find: (from, asked) => find(rows, from, asked),
    count: async (from, where) => {
      const { terms } = questionOf(from, { where });
      if (isEmpty(terms)) return 0;
      return patiently(patience, 'read', (timeoutMs) => requests.count(from.name, terms, timeoutMs));
    },
    stream: (from, asked) => stream(rows, from, asked),
    days: (from) => days(select, daily(from).name),
  };
}

const byId: Ordering = { descending: false };

type Select = (of: string, selection: Selection) => Promise<readonly unknown[]>;

interface Question {
  readonly terms: readonly Term[];
  readonly order: Ordering;
  readonly after?: Position;
}

type Rows = <D extends Doc>(of: string, question: Question, limit: number) => Promise<readonly Stored<D>[]>;

function questionOf<D extends Doc>(from: Collection<D>, asked: { readonly where: object; readonly order?: Order<D> }) {
  const conditions = readWhere(asked.where);
  const terms: readonly Term[] = [...conditions, ...withinDays(from, conditions)];
  return { terms, order: orderingOf(from, conditions, asked.order) };
}

async function find<D extends Doc>(rows: Rows, from: Collection<D>, query: Query<D>): Promise<Page<D>> {
  const { limit, after } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > most) return misused(`limit ${limit}: 1 to 1,000`);
  const question: Question = {
    ...questionOf(from, query),
    ...(after === undefined ? {} : { after: readCursor(after) }),
  };
  // One more than wanted tells whether there is a next page; the cloud would cut the 1,001st without a word.
  const found = await rows<D>(from.name, question, Math.min(limit + 1, most));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit || found.length === most;
  return more && last ? { items, next: writeCursor(positionOf(last, query.order)) } : { items };
}

async function* stream<D extends Doc>(
  rows: Rows,
  from: Collection<D>,
  query: Pick<Query<D>, 'where' | 'order'>,
): AsyncGenerator<readonly Stored<D>[]> {
  let question: Question = questionOf(from, query);
  for (;;) {
    const found = await rows<D>(from.name, question, most);
    const last = found.at(-1);
    if (last) yield found;
    if (!last || found.length < most) return;
    question = { ...question, after: positionOf(last, query.order) };
  }
}

/** Asks for half as many, and then for the rest, when the answer would be longer than the cloud sends. */
async function splitting<D extends Doc>(
  select: Select,
  of: string,
  { terms, order, after }: Question,
  limit: number,
): Promise<readonly Stored<D>[]> {
  if (isEmpty(terms)) return [];
  const all = after ? [...terms, ...termsAfter(order, after)] : terms;
  try {
    return (await select(of, { terms: all, order, limit })).map((row) => documentOf<D>(row));
  } catch (fault) {
    if (meaningOf(fault) !== 'too-long') throw fault;
    if (limit === 1)
      throw new StoreRefused('云端不返回这么长的文档 the cloud does not give a document that long', { cause: fault });
  }
  const half = Math.ceil(limit / 2);
  const first = await splitting<D>(select, of, { terms, order, ...(after ? { after } : {}) }, half);
  const last = first.at(-1);
  if (!last || first.length < half || limit === half) return first;
  const place = { id: last._id, value: standingIn(last, order.field) };
  return [...first, ...(await splitting<D>(select, of, { terms, order, after: place }, limit - half))];
}

const standingIn = (document: object, field: string | undefined) =>
  field === undefined ? null : standingOf(Reflect.get(document, field));

const positionOf = <D extends Doc>(last: Stored<D>, order: Order<D> | undefined): Position => ({
  id: last._id,
  value: standingIn(last, order?.by),
});

/** One small question a day that is held: the first id, then the first that is past its day. */
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
