import {
  type CollectionSpec,
  dayOfTable,
  dayTableName,
  expression,
  indexName,
  literal,
  qualified,
  quoted,
  tableName,
} from './collection-spec';

import type { Server } from './server';

/**
 * The table of a collection. `v` is the version, `w` the writer mark that made this state (writes.ts), `size` the length
 * of the document. A daily one is the parent of its days and holds nothing itself.
 */
export const createTable = (schema: string, spec: CollectionSpec): string => {
  const columns = [
    'id text COLLATE "C" NOT NULL',
    'v integer NOT NULL',
    'w bigint NOT NULL',
    'size integer NOT NULL',
    'body jsonb NOT NULL',
    ...(spec.daily ? ['day text COLLATE "C" NOT NULL'] : []),
    ...(spec.distributionField === undefined ? [] : ['spread text COLLATE "C" NOT NULL']),
  ];
  const key = spec.daily ? 'id, day' : 'id';
  const days = spec.daily ? ' PARTITION BY LIST (day)' : '';
  const of = qualified(schema, tableName(spec));
  return `CREATE TABLE IF NOT EXISTS ${of} (${columns.join(', ')}, PRIMARY KEY (${key}))${days}`;
};

/**
 * A day's table, made apart and attached: that waits for nobody who only reads the parent (a dump does, for an hour), while
 * `PARTITION OF` would.
 */
export const createDay = (schema: string, spec: CollectionSpec, day: string): readonly string[] => {
  const [parent, own] = [qualified(schema, tableName(spec)), qualified(schema, dayTableName(spec, day))];
  return [
    `CREATE TABLE ${own} (LIKE ${parent} INCLUDING ALL)`,
    `ALTER TABLE ${parent} ATTACH PARTITION ${own} FOR VALUES IN (${literal(day)})`,
  ];
};

/** The declared indexes of a table by name. Outside days `_id` stands last, so that ties come in order. */
export const declaredIndexes = (spec: CollectionSpec, table: string): ReadonlyMap<string, readonly string[]> =>
  new Map(spec.indexes.map((fields) => [indexName(table, fields), spec.daily ? fields : [...fields, '_id']]));

/** An index over keys, `concurrently` where others write meanwhile. */
export const createIndex = (
  schema: string,
  spec: CollectionSpec,
  table: string,
  name: string,
  fields: readonly string[],
  concurrently: '' | 'CONCURRENTLY' = '',
): string => {
  const keys = fields.map((field) => expression(schema, spec, field)).join(', ');
  return `CREATE INDEX ${concurrently} IF NOT EXISTS ${quoted(name)} ON ${qualified(schema, table)} (${keys})`;
};

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
export const daysIn = async (run: Run, schema: string, spec: CollectionSpec): Promise<readonly string[]> => {
  const text = `SELECT c.relname FROM pg_inherits h JOIN pg_class c ON c.oid = h.inhrelid
    WHERE h.inhparent = to_regclass(${literal(`${quoted(schema)}.${quoted(tableName(spec))}`)})`;
  const rows = await run({ text, values: [] });
  return rows.flatMap(([table]) => dayOfTable(spec, table ?? '') ?? []).sort();
};

/** Those of some days that hold a row. */
export const daysHolding = async (
  run: Run,
  schema: string,
  spec: CollectionSpec,
  days: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (days.length === 0) return new Set();
  const each = days.map((day) => {
    const here = spec.distributedBy === 'day' ? ` WHERE day = ${literal(day)}` : '';
    return `SELECT ${literal(day)} WHERE EXISTS (SELECT 1 FROM ${qualified(schema, dayTableName(spec, day))}${here})`;
  });
  const rows = await run({ text: each.join(' UNION ALL '), values: [] });
  return new Set(rows.map(([day]) => day ?? ''));
};

/**
 * What an operator tells Citus once the tables of this schema exist: small collections lie whole on every server, the others
 * live by their column. A unique key must hold that column there, so the id of a scan is unique within its city only.
 */
export const distributionSql = (schema: string, spec: CollectionSpec): readonly string[] => {
  const table = literal(qualified(schema, tableName(spec)));
  if (spec.distributedBy === undefined) return [`SELECT create_reference_table(${table});`];
  if (spec.distributionField === undefined) {
    const column = spec.distributedBy === '_id' ? 'id' : 'day';
    return [`SELECT create_distributed_table(${table}, '${column}');`];
  }
  const key = spec.daily ? 'id, day, spread' : 'id, spread';
  const of = qualified(schema, tableName(spec));
  return [
    `ALTER TABLE ${of} DROP CONSTRAINT "${tableName(spec)}_pkey", ADD PRIMARY KEY (${key});`,
    `SELECT create_distributed_table(${table}, 'spread');`,
  ];
};
