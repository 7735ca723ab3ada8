import type { Ordering, Position } from '../../ports/document-query';
import { chooseIndex, maxSorted } from './choose-index';
import { type IndexSpec, quoted } from './collection-spec';
import { type ColumnCondition, conditionSql, expression, type Side, type SqlFragment } from './conditions';
import { columnValue, textValue } from './rows';

import type { Table } from './table';

/** A query of one table. */
export interface TableQuery {
  readonly conditions: readonly ColumnCondition[];
  readonly order: Ordering;
  readonly limit: number;
  readonly after?: Position;
}

/** The rows `v, body` that answer, in order. `maxCharacters` ends the answer early, but never before its first row. */
export const select = (
  table: Table,
  query: TableQuery,
  maxCharacters = Number.POSITIVE_INFINITY,
): readonly unknown[] => {
  const few = maxCharacters === Number.POSITIVE_INFINITY ? selectUnordered(table, query) : undefined;
  if (few) return few;
  const { sql, values } = selectSql(table, query);
  const statement = table.file.statement(sql);
  if (maxCharacters === Number.POSITIVE_INFINITY) return statement.all(...values);
  return upTo(maxCharacters, statement.iterate(...values));
};

/** A page no longer than this may be all there is: then reading it unsorted is cheaper than planning its order. */
const maxUnordered = 300;

/**
 * All matches, when an index that is not in order finds fewer than the page holds: a rider's scans of a day. Sorted here;
 * undefined when there may be more, or when the order is not that of `_id`.
 */
function selectUnordered(
  table: Table,
  { conditions, order, limit, after }: TableQuery,
): readonly unknown[] | undefined {
  if (after || order.field !== undefined || limit > maxUnordered) return undefined;
  const index = chooseIndex(table.spec, conditions, order, () => true);
  if (!index || index.fields.includes('_id')) return undefined;
  const where = whereSql(conditions.map((each) => conditionSql(table.spec.fields, each)));
  const sql = `SELECT v, body, id FROM ${from(table, index)}${where.sql} LIMIT ?`;
  const rows = table.file.statement(sql).all(...where.values, limit);
  return rows.length < limit ? byId(rows, order.descending) : undefined;
}

/** By id as SQLite orders text: by its bytes. */
function byId(rows: readonly unknown[], descending: boolean): readonly unknown[] {
  if (rows.length < 2) return rows;
  const sign = descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, id: Buffer.from(idOf(row)) }));
  return keyed.sort((a, b) => sign * Buffer.compare(a.id, b.id)).map(({ row }) => row);
}

const idOf = (row: unknown): string => (typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '');

/** How many match. */
export const countMatches = (table: Table, conditions: readonly ColumnCondition[]): number => {
  const index = chooseIndex(table.spec, conditions, { descending: false }, () => true);
  const narrowing = conditions.length === 0 ? undefined : index;
  const where = whereSql(conditions.map((each) => conditionSql(table.spec.fields, each)));
  return numberOf(table, `SELECT count(*) AS n FROM ${from(table, narrowing)}${where.sql}`, where);
};

function selectSql(table: Table, { conditions, order, limit, after }: TableQuery): SqlFragment {
  const passed: Side | undefined = after && (order.descending ? 'upper' : 'lower');
  const fragments = conditions.map((each) =>
    conditionSql(table.spec.fields, each, each.field === (order.field ?? '_id') ? passed : undefined),
  );
  const by = order.field === undefined ? 'id' : expression(table.spec.fields, order.field);
  const where = whereSql(after ? [...fragments, afterSql(by, order, after)] : fragments);
  const index = chooseIndex(table.spec, conditions, order, (narrowing) => isNarrow(table, narrowing, conditions));
  const direction = order.descending ? ' DESC' : '';
  const ordering = by === 'id' ? `id${direction}` : `${by}${direction}, id${direction}`;
  const sql = `SELECT v, body FROM ${from(table, index)}${where.sql} ORDER BY ${ordering} LIMIT ?`;
  return { sql, values: [...where.values, limit] };
}

const from = (table: Table, index: IndexSpec | undefined) =>
  index ? `${quoted(table.name)} INDEXED BY ${quoted(`${table.name}:${index.name}`)}` : quoted(table.name);

function whereSql(fragments: readonly SqlFragment[]): SqlFragment {
  if (fragments.length === 0) return { sql: '', values: [] };
  return {
    sql: ` WHERE ${fragments.map(({ sql }) => sql).join(' AND ')}`,
    values: fragments.flatMap(({ values }) => values),
  };
}

function afterSql(by: string, { descending }: Ordering, { value, id }: Position): SqlFragment {
  const sign = descending ? '<' : '>';
  if (by === 'id') return { sql: `id ${sign} ?`, values: [textValue(id)] };
  return { sql: `(${by}, id) ${sign} (?, ?)`, values: [columnValue(value), textValue(id)] };
}

/** Counts along the index, never further than {@link maxSorted}. */
function isNarrow(table: Table, index: IndexSpec, conditions: readonly ColumnCondition[]): boolean {
  const within = conditions.filter(({ field }) => index.fields.includes(field));
  const where = whereSql(within.map((each) => conditionSql(table.spec.fields, each)));
  const some = `SELECT 1 FROM ${from(table, index)}${where.sql} LIMIT ${maxSorted + 1}`;
  return numberOf(table, `SELECT count(*) AS n FROM (${some})`, where) <= maxSorted;
}

function numberOf(table: Table, sql: string, { values }: SqlFragment): number {
  const row = table.file.statement(sql).get(...values);
  return typeof row === 'object' && row !== null && 'n' in row ? Number(row.n) : 0;
}

function upTo(maxCharacters: number, rows: Iterable<unknown>): unknown[] {
  const taken: unknown[] = [];
  let characters = 0;
  for (const row of rows) {
    taken.push(row);
    characters += typeof row === 'object' && row !== null && 'body' in row ? String(row.body).length : 0;
    if (characters > maxCharacters) break;
  }
  return taken;
}
