import type { Asked, Bound, Position } from '../../ports/document-question';
import { expression, literal } from './names';
import { findsFirst, type Ordering } from './plan';
import type { Shape } from './shape';
import { kindEdges, sortKey, storedText } from './sort-key';
import { noValues, prepared, type Statement, type Values } from './statement';
import { place } from './table-sql';

/** A question to one table. */
export interface Question {
  readonly schema: string;
  readonly shape: Shape;
  readonly table: string;
  /** The day of the table; empty outside days. */
  readonly day: string;
  readonly asked: readonly Asked[];
}

/** Which part of the answer is wanted, and in which order. */
export interface Wanted {
  readonly order: Ordering;
  readonly limit: number;
  readonly after?: Position | undefined;
}

/** The first `limit` matches as rows `v, body`, in order. */
export const selectStatement = (question: Question, wanted: Wanted): Statement => {
  const values = noValues();
  return prepared(selectText('v, body', question, wanted, values), values.list);
};

/** The same, ended with the row by which the documents become longer than `characters` in all. */
export const boundedStatement = (question: Question, wanted: Wanted, characters: number): Statement => {
  const values = noValues();
  const page = selectText('v, body, size', question, wanted, values);
  const running = `SELECT v, body, size, sum(size) OVER (ROWS UNBOUNDED PRECEDING) - size AS before FROM (${page}) AS page`;
  const most = values.place(String(characters));
  return prepared(`SELECT v, body, size FROM (${running}) AS running WHERE before <= ${most}`, values.list);
};

/** How many match. */
export const countStatement = (question: Question): Statement => {
  const values = noValues();
  const text = `SELECT count(*) FROM ${place(question.schema, question.table)}${whereText(question, [], values)}`;
  return prepared(text, values.list);
};

/** The rows `v, body` of an id. */
export const getStatement = (question: Omit<Question, 'asked'>, id: string): Statement => {
  const asked: Asked = { kind: 'among', field: '_id', values: [id] };
  const values = noValues();
  const where = whereText({ ...question, asked: [asked] }, [], values);
  return prepared(`SELECT v, body FROM ${place(question.schema, question.table)}${where}`, values.list);
};

function selectText(columns: string, question: Question, { order, limit, after }: Wanted, values: Values): string {
  const { schema, shape, table, asked } = question;
  const by = order.field === undefined ? undefined : expression(schema, shape, order.field);
  const more = after ? [afterText(by, order, after, values)] : [];
  const where = whereText(question, more, values);
  // An order that no index has: what matches is found by its own index and sorted.
  const id = findsFirst(shape, asked, order) ? `(id || '')` : 'id';
  const direction = order.descending ? ' DESC' : '';
  const ordering = by === undefined ? `${id}${direction}` : `${by}${direction}, id${direction}`;
  return `SELECT ${columns} FROM ${place(schema, table)}${where} ORDER BY ${ordering} LIMIT ${values.place(String(limit))}`;
}

/** All conditions; those that say on which server a row lives stand first. */
function whereText({ schema, shape, day, asked }: Question, more: readonly string[], values: Values): string {
  const ofDay = shape.livesBy === 'day' && shape.daily ? [`day = ${literal(day)}`] : [];
  const conditions = asked.map((each) => conditionText(expression(schema, shape, each.field), each, values));
  const all = [...ofDay, ...conditions, ...more];
  return all.length === 0 ? '' : ` WHERE ${all.join(' AND ')}`;
}

function conditionText(of: string, asked: Asked, values: Values): string {
  const key = asked.field === '_id' ? idKey : sortKey;
  if (asked.kind === 'among') return amongText(of, asked.values.map(key), values);
  if (asked.field === '_id') return idRangeText(asked.bounds, values);
  const own = asked.bounds.map(([bound, value]) => `${of} ${operators[bound]} ${values.place(sortKey(value))}`);
  const edges = new Set(asked.bounds.flatMap(([, value]) => kindText(of, value)));
  return [...own, ...edges].join(' AND ');
}

const operators: Readonly<Record<Bound, string>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

/** A range holds values of its bounds' kind only. */
const kindText = (of: string, value: string | number): readonly string[] => {
  const [from, to] = kindEdges(value);
  return [`${of} >= '${from}'`, `${of} < '${to}'`];
};

/** Ids are always texts and stand as they are; no number is one, nor comes before or after one. */
const idKey = (value: unknown): string => (typeof value === 'string' ? storedText(value) : '');

const idRangeText = (bounds: readonly (readonly [Bound, string | number])[], values: Values): string =>
  bounds
    .map(([bound, value]) =>
      typeof value === 'string' ? `id ${operators[bound]} ${values.place(storedText(value))}` : 'false',
    )
    .join(' AND ');

function amongText(of: string, keys: readonly string[], values: Values): string {
  const [first] = keys;
  if (first === undefined) return 'false';
  if (keys.length === 1) return `${of} = ${values.place(first)}`;
  const padded = [...keys, ...Array.from({ length: nextPower(keys.length) - keys.length }, () => first)];
  return `${of} IN (${padded.map(values.place).join(', ')})`;
}

/** Lists are padded to 2, 4, 8 … 128 values, so that few different statements are prepared. */
const nextPower = (count: number): number => 2 ** Math.ceil(Math.log2(count));

function afterText(by: string | undefined, { descending }: Ordering, { id, value }: Position, values: Values): string {
  const sign = descending ? '<' : '>';
  const lastId = values.place(storedText(id));
  if (by === undefined) return `id ${sign} ${lastId}`;
  const lastKey = values.place(sortKey(value));
  return `${by} ${sign}= ${lastKey} AND (${by} ${sign} ${lastKey} OR id ${sign} ${lastId})`;
}
