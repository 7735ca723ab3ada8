import { dayOfTable, dayTableName, literal, quoted, tableName } from './names';
import type { Server } from './server';
import type { Shape } from './shape';
import { place } from './table-sql';

type Run = Server['run'];

/** What the database has of a table: nothing, or its columns and its indexes with whether each is whole. */
export interface Found {
  readonly columns: readonly string[];
  readonly indexes: ReadonlyMap<string, boolean>;
}

/** Looks tables up; those that are not there are not in the answer. */
export const lookUp = async (
  run: Run,
  schema: string,
  tables: readonly string[],
): Promise<ReadonlyMap<string, Found>> => {
  const text = `SELECT c.relname,
      (SELECT string_agg(attname, ',') FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped),
      (SELECT string_agg(i.relname || '=' || x.indisvalid, ',') FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
        WHERE x.indrelid = c.oid)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = ${literal(schema)} AND c.relname IN (${tables.map(literal).join(', ')})`;
  const rows = await run({ text, values: [] });
  return new Map(rows.map(([table, columns, indexes]) => [table ?? '', foundOf(columns ?? '', indexes ?? '')]));
};

const foundOf = (columns: string, indexes: string): Found => ({
  columns: columns.split(','),
  indexes: new Map(
    indexes.split(',').flatMap((each) => {
      const [name = '', valid] = each.split('=');
      return name === '' ? [] : [[name, valid === 'true'] as const];
    }),
  ),
});

/** The days that have a table, oldest first. */
export const daysIn = async (run: Run, schema: string, shape: Shape): Promise<readonly string[]> => {
  const text = `SELECT c.relname FROM pg_inherits h JOIN pg_class c ON c.oid = h.inhrelid
    WHERE h.inhparent = to_regclass(${literal(`${quoted(schema)}.${quoted(tableName(shape))}`)})`;
  const rows = await run({ text, values: [] });
  return rows.flatMap(([table]) => dayOfTable(shape, table ?? '') ?? []).sort();
};

/** Those of some days that hold a row. */
export const daysHolding = async (
  run: Run,
  schema: string,
  shape: Shape,
  days: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (days.length === 0) return new Set();
  const each = days.map((day) => {
    const here = shape.livesBy === 'day' ? ` WHERE day = ${literal(day)}` : '';
    return `SELECT ${literal(day)} WHERE EXISTS (SELECT 1 FROM ${place(schema, dayTableName(shape, day))}${here})`;
  });
  const rows = await run({ text: each.join(' UNION ALL '), values: [] });
  return new Set(rows.map(([day]) => day ?? ''));
};
