import { conditionSql, expression, type Piece } from './condition-sql';
import type { Asked } from './conditions';
import type { Position } from './cursor';
import { choosePlan, type Ordering, sortedAtMost } from './plan';
import type { ShapeIndex } from './shape';
import { quoted } from './sql-names';
import type { Table } from './table';

/** A question to one table. */
export interface Question {
  readonly asked: readonly Asked[];
  readonly order: Ordering;
  readonly limit: number;
  readonly after?: Position;
}

/** The rows `v, body` that answer, in order. `maxCharacters` ends the answer early, but never before its first row. */
export const select = (
  table: Table,
  question: Question,
  maxCharacters = Number.POSITIVE_INFINITY,
): readonly unknown[] => {
  const few = maxCharacters === Number.POSITIVE_INFINITY ? selectFew(table, question) : undefined;
  if (few) return few;
  const { sql, values } = questionSql(table, question);
  const statement = table.file.statement(sql);
  if (maxCharacters === Number.POSITIVE_INFINITY) return statement.all(...values);
  return upTo(maxCharacters, statement.iterate(...values));
};

/** A page no longer than this may be all there is: then reading it unsorted is cheaper than planning its order. */
const fewAtMost = 300;

/**
 * All matches, when an index that is not in order finds fewer than the page holds: a rider's scans of a day. Sorted here;
 * undefined when there may be more, or when the order is not that of `_id`.
 */
function selectFew(table: Table, { asked, order, limit, after }: Question): readonly unknown[] | undefined {
  if (after || order.field !== undefined || limit > fewAtMost) return undefined;
  const index = choosePlan(table.shape, asked, order, () => true);
  if (!index || index.fields.includes('_id')) return undefined;
  const where = whereSql(asked.map((each) => conditionSql(table.shape.fields, each)));
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
export const countMatches = (table: Table, asked: readonly Asked[]): number => {
  const index = choosePlan(table.shape, asked, { descending: false }, () => true);
  const narrowing = asked.length === 0 ? undefined : index;
  const where = whereSql(asked.map((each) => conditionSql(table.shape.fields, each)));
  return numberOf(table, `SELECT count(*) AS n FROM ${from(table, narrowing)}${where.sql}`, where);
};

function questionSql(table: Table, { asked, order, limit, after }: Question): Piece {
  const pieces = asked.map((each) => conditionSql(table.shape.fields, each));
  const by = order.field === undefined ? 'id' : expression(table.shape.fields, order.field);
  const where = whereSql(after ? [...pieces, afterSql(by, order, after)] : pieces);
  const index = choosePlan(table.shape, asked, order, (narrowing) => isNarrow(table, narrowing, asked));
  const direction = order.descending ? ' DESC' : '';
  const ordering = by === 'id' ? `id${direction}` : `${by}${direction}, id${direction}`;
  const sql = `SELECT v, body FROM ${from(table, index)}${where.sql} ORDER BY ${ordering} LIMIT ?`;
  return { sql, values: [...where.values, limit] };
}

const from = (table: Table, index: ShapeIndex | undefined) =>
  index ? `${quoted(table.name)} INDEXED BY ${quoted(`${table.name}:${index.name}`)}` : quoted(table.name);

function whereSql(pieces: readonly Piece[]): Piece {
  if (pieces.length === 0) return { sql: '', values: [] };
  return {
    sql: ` WHERE ${pieces.map(({ sql }) => sql).join(' AND ')}`,
    values: pieces.flatMap(({ values }) => values),
  };
}

function afterSql(by: string, { descending }: Ordering, { value, id }: Position): Piece {
  const sign = descending ? '<' : '>';
  if (by === 'id') return { sql: `id ${sign} ?`, values: [id] };
  return { sql: `(${by}, id) ${sign} (?, ?)`, values: [value, id] };
}

/** Counts along the index, never further than {@link sortedAtMost}. */
function isNarrow(table: Table, index: ShapeIndex, asked: readonly Asked[]): boolean {
  const within = asked.filter(({ field }) => index.fields.includes(field));
  const where = whereSql(within.map((each) => conditionSql(table.shape.fields, each)));
  const some = `SELECT 1 FROM ${from(table, index)}${where.sql} LIMIT ${sortedAtMost + 1}`;
  return numberOf(table, `SELECT count(*) AS n FROM (${some})`, where) <= sortedAtMost;
}

function numberOf(table: Table, sql: string, { values }: Piece): number {
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
