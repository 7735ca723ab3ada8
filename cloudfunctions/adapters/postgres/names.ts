import { createHash } from 'node:crypto';
import type { Shape } from './shape';

/** A name as SQL takes it, whatever characters it has. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as a literal of SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The table of a collection: the whole of it, or the parent of its days. */
export const tableName = ({ name }: Shape): string => `c_${name}`;

/** The table of a day. */
export const dayTableName = (shape: Shape, day: string): string => `${tableName(shape)}:${day}`;

/** The day of a day's table; undefined when it is no such name. */
export const dayOfTable = (shape: Shape, table: string): string | undefined =>
  table.startsWith(`${tableName(shape)}:`) ? table.slice(tableName(shape).length + 1) : undefined;

/** An index of a table; PostgreSQL's names have 63 bytes, so the fields stand in it shortened to a digest. */
export const indexName = (table: string, fields: readonly string[]): string => `${table}:${digest(fields.join('+'))}`;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The key of an advisory lock: one for each schema, the same for every host. */
export const lockKey = (schema: string): string =>
  createHash('sha256').update(`tongcheng/${schema}`).digest().readBigInt64BE().toString();

/** A field as SQL sees it: a column, or its key out of the document, as the indexes have it. */
export const expression = (schema: string, { spreadField }: Shape, field: string): string => {
  if (field === '_id') return 'id';
  if (field === spreadField) return 'spread';
  return `(${quoted(schema)}.sort_key(body, ${literal(field)}) COLLATE "C")`;
};
