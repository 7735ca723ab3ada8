import type { Bound, CheckedCondition, Ordering, Position } from '../../ports/document-query';

import { type CollectionSpec, expression, literal, qualified } from './collection-spec';

import { kindEdges, sortKey, storedText } from './rows';
import { collectValues, prepared, type Statement, type Values } from './statements';

/** A question to one table. */
export interface TableQuery {
  readonly schema: string;
  readonly spec: CollectionSpec;
  readonly table: string;
  /** The day of the table; empty outside days. */
  readonly day: string;
  readonly conditions: readonly CheckedCondition[];
}

/** Which part of the answer is wanted, and in which order. */
export interface PageRequest {
  readonly order: Ordering;
  readonly limit: number;
  readonly after?: Position | undefined;
}

/** The first `limit` matches as rows `v, body`, in order. */
export const selectStatement = (query: TableQuery, wanted: PageRequest): Statement => {
  const values = collectValues();
  return prepared(selectText('v, body', query, wanted, values), values.list);
};

/** The same, ended with the row by which the documents become longer than `characters` in all. */
export const boundedStatement = (query: TableQuery, wanted: PageRequest, characters: number): Statement => {
  const values = collectValues();
  const page = selectText('v, body, size', query, wanted, values);
  const running = `SELECT v, body, size, sum(size) OVER (ROWS UNBOUNDED PRECEDING) - size AS before FROM (${page}) AS page`;
  const max = values.bind(String(characters));
  return prepared(`SELECT v, body, size FROM (${running}) AS running WHERE before <= ${max}`, values.list);
};

/** How many match. */
export const countStatement = (query: TableQuery): Statement => {
  const values = collectValues();
  const text = `SELECT count(*) FROM ${qualified(query.schema, query.table)}${whereText(query, [], values)}`;
  return prepared(text, values.list);
};

/** The rows `v, body` of an id. */
export const getStatement = (query: Omit<TableQuery, 'conditions'>, id: string): Statement => {
  const condition: CheckedCondition = { kind: 'among', field: '_id', values: [id] };
  const values = collectValues();
  const where = whereText({ ...query, conditions: [condition] }, [], values);
  return prepared(`SELECT v, body FROM ${qualified(query.schema, query.table)}${where}`, values.list);
};

function selectText(columns: string, query: TableQuery, { order, limit, after }: PageRequest, values: Values): string {
  const { schema, spec, table, conditions } = query;
  const by = order.field === undefined ? undefined : expression(schema, spec, order.field);
  const more = after ? [afterText(by, order, after, values)] : [];
  const where = whereText(query, more, values);
  // An order that no index has: what matches is found by its own index and sorted.
  const id = filtersBeforeSorting(spec, conditions, order) ? `(id || '')` : 'id';
  const direction = order.descending ? ' DESC' : '';
  const ordering = by === undefined ? `${id}${direction}` : `${by}${direction}, id${direction}`;
  return `SELECT ${columns} FROM ${qualified(schema, table)}${where} ORDER BY ${ordering} LIMIT ${values.bind(String(limit))}`;
}

/** All conditions; those that say on which server a row lives stand first. */
function whereText({ schema, spec, day, conditions }: TableQuery, more: readonly string[], values: Values): string {
  const ofDay = spec.distributedBy === 'day' && spec.daily ? [`day = ${literal(day)}`] : [];
  const texts = conditions.map((each) => conditionText(expression(schema, spec, each.field), each, values));
  const all = [...ofDay, ...texts, ...more];
  return all.length === 0 ? '' : ` WHERE ${all.join(' AND ')}`;
}

function conditionText(of: string, condition: CheckedCondition, values: Values): string {
  const key = condition.field === '_id' ? idKey : sortKey;
  if (condition.kind === 'among') return amongText(of, condition.values.map(key), values);
  if (condition.field === '_id') return idRangeText(condition.bounds, values);
  const own = condition.bounds.map(([bound, value]) => `${of} ${operators[bound]} ${values.bind(sortKey(value))}`);
  const edges = new Set(condition.bounds.flatMap(([, value]) => kindText(of, value)));
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
      typeof value === 'string' ? `id ${operators[bound]} ${values.bind(storedText(value))}` : 'false',
    )
    .join(' AND ');

function amongText(of: string, keys: readonly string[], values: Values): string {
  const [first] = keys;
  if (first === undefined) return 'false';
  if (keys.length === 1) return `${of} = ${values.bind(first)}`;
  const padded = [...keys, ...Array.from({ length: nextPower(keys.length) - keys.length }, () => first)];
  return `${of} IN (${padded.map(values.bind).join(', ')})`;
}

/** Lists are padded to 2, 4, 8 … 128 values, so that few different statements are prepared. */
const nextPower = (count: number): number => 2 ** Math.ceil(Math.log2(count));

function afterText(by: string | undefined, { descending }: Ordering, { id, value }: Position, values: Values): string {
  const sign = descending ? '<' : '>';
  const lastId = values.bind(storedText(id));
  if (by === undefined) return `id ${sign} ${lastId}`;
  const lastKey = values.bind(sortKey(value));
  return `${by} ${sign}= ${lastKey} AND (${by} ${sign} ${lastKey} OR id ${sign} ${lastId})`;
}

/**
 * Whether the few matches of one index are to be found first and sorted then. Without being told, PostgreSQL may walk the ids
 * of a whole day in their order until a page is full, for a rider who has three. True when equality names every field of an index,
 * or on a day two and more and all but its last, and the order is that of ids, which an index of a day does not have.
 */
const filtersBeforeSorting = (
  spec: CollectionSpec,
  conditions: readonly CheckedCondition[],
  { field }: Ordering,
): boolean => {
  if (field !== undefined || conditions.some((each) => each.field === '_id')) return false;
  const named = new Map(
    conditions.flatMap((each) => (each.kind === 'among' ? [[each.field, each.values.length] as const] : [])),
  );
  const inOrder = (count: number | undefined) => count === 1 && !spec.daily;
  const narrowing = (fields: readonly string[]) => (spec.daily && fields.length > 2 ? fields.slice(0, -1) : fields);
  return spec.indexes.some(
    (fields) => narrowing(fields).every((each) => named.has(each)) && !fields.every((each) => inOrder(named.get(each))),
  );
};
