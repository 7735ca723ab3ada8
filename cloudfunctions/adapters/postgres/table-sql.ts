import { dayTableName, expression, indexName, literal, quoted, tableName } from './names';
import type { Shape } from './shape';

/** A table within its schema. */
export const place = (schema: string, table: string): string => `${quoted(schema)}.${quoted(table)}`;

/**
 * The table of a collection. `v` is the version, `w` the mark of the write that made this state (writes.ts), `size` the length
 * of the document. A daily one is the parent of its days and holds nothing itself.
 */
export const createTable = (schema: string, shape: Shape): string => {
  const columns = [
    'id text COLLATE "C" NOT NULL',
    'v integer NOT NULL',
    'w bigint NOT NULL',
    'size integer NOT NULL',
    'body jsonb NOT NULL',
    ...(shape.daily ? ['day text COLLATE "C" NOT NULL'] : []),
    ...(shape.spreadField === undefined ? [] : ['spread text COLLATE "C" NOT NULL']),
  ];
  const key = shape.daily ? 'id, day' : 'id';
  const days = shape.daily ? ' PARTITION BY LIST (day)' : '';
  const of = place(schema, tableName(shape));
  return `CREATE TABLE IF NOT EXISTS ${of} (${columns.join(', ')}, PRIMARY KEY (${key}))${days}`;
};

/**
 * A day's table, made apart and attached: that waits for nobody who only reads the parent (a dump does, for an hour), while
 * `PARTITION OF` would.
 */
export const createDay = (schema: string, shape: Shape, day: string): readonly string[] => {
  const [parent, own] = [place(schema, tableName(shape)), place(schema, dayTableName(shape, day))];
  return [
    `CREATE TABLE ${own} (LIKE ${parent} INCLUDING ALL)`,
    `ALTER TABLE ${parent} ATTACH PARTITION ${own} FOR VALUES IN (${literal(day)})`,
  ];
};

/** The declared indexes of a table by name. Outside days `_id` stands last, so that ties come in order. */
export const declaredIndexes = (shape: Shape, table: string): ReadonlyMap<string, readonly string[]> =>
  new Map(shape.indexes.map((fields) => [indexName(table, fields), shape.daily ? fields : [...fields, '_id']]));

/** An index over keys, `concurrently` where others write meanwhile. */
export const createIndex = (
  schema: string,
  shape: Shape,
  table: string,
  name: string,
  fields: readonly string[],
  concurrently: '' | 'CONCURRENTLY' = '',
): string => {
  const keys = fields.map((field) => expression(schema, shape, field)).join(', ');
  return `CREATE INDEX ${concurrently} IF NOT EXISTS ${quoted(name)} ON ${place(schema, table)} (${keys})`;
};
