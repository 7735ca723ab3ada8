import { createHash } from 'node:crypto';
import { misused, plainField } from '../../ports/document-query';
import type { Collection, Doc } from '../../ports/document-store';

/** A declared collection, read once. */
export interface CollectionSpec {
  readonly name: string;
  readonly daily: boolean;
  /** It holds wrapped keys. */
  readonly holdsKeys: boolean;
  /** Fields of each index, without the day of a partition and without an `_id` at the end. */
  readonly indexes: readonly (readonly string[])[];
  /** What says where a document lives: its id, its day, or a field with a column of its own; undefined: everywhere. */
  readonly distributedBy: string | undefined;
  /** The field of {@link distributedBy} when it has a column of its own. */
  readonly distributionField: string | undefined;
}

const known = new WeakMap<object, CollectionSpec>();

/** The spec of a declared collection. Throws when a name could not be one of a table. */
export const specOf = <D extends Doc>(collection: Collection<D>): CollectionSpec => {
  const found = known.get(collection);
  if (found) return found;
  const spec = read(collection);
  known.set(collection, spec);
  return spec;
};

function read<D extends Doc>({ name, indexes, partition, keep, distributeBy }: Collection<D>): CollectionSpec {
  if (!/^[a-z][a-zA-Z0-9-]{0,39}$/.test(name)) return misused(`not a name for a collection: ${name}`);
  const daily = partition === 'day';
  const declared = indexes.map((fields) => fields.map(plainField).filter((field) => !(daily && field === 'day')));
  const trimmed = declared.map((fields) => (fields.at(-1) === '_id' ? fields.slice(0, -1) : fields));
  const distributedBy = distributeBy === undefined ? (daily ? 'day' : undefined) : plainField(distributeBy);
  const distributionField = distributedBy === '_id' || (daily && distributedBy === 'day') ? undefined : distributedBy;
  const holdsKeys = keep.until === 'key';
  const kept = trimmed.filter((fields) => fields.length > 0);
  return { name, daily, holdsKeys, distributedBy, distributionField, indexes: kept };
}

/** The spec of a partitioned collection. Throws when it is not one. */
export const dailySpec = <D extends Doc>(collection: Collection<D>): CollectionSpec => {
  const spec = specOf(collection);
  return spec.daily ? spec : misused(`${spec.name} is not partitioned by day`);
};

/** Whether a text is a day as ids begin with it. */
export const isDay = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A name as SQL takes it, whatever characters it has. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table within its schema. */
export const qualified = (schema: string, table: string): string => `${quoted(schema)}.${quoted(table)}`;

/** A text as a literal of SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The table of a collection: the whole of it, or the parent of its days. */
export const tableName = ({ name }: CollectionSpec): string => `c_${name}`;

/** The table of a day. */
export const dayTableName = (spec: CollectionSpec, day: string): string => `${tableName(spec)}:${day}`;

/** The day of a day's table; undefined when it is no such name. */
export const dayOfTable = (spec: CollectionSpec, table: string): string | undefined =>
  table.startsWith(`${tableName(spec)}:`) ? table.slice(tableName(spec).length + 1) : undefined;

/** An index of a table; PostgreSQL's names have 63 bytes, so the fields stand in it shortened to a digest. */
export const indexName = (table: string, fields: readonly string[]): string => `${table}:${digest(fields.join('+'))}`;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The key of an advisory lock: one for each schema, the same for every host. */
export const lockKey = (schema: string): string =>
  createHash('sha256').update(`tongcheng/${schema}`).digest().readBigInt64BE().toString();

/** A field as SQL sees it: a column, or its key out of the document, as the indexes have it. */
export const expression = (schema: string, { distributionField }: CollectionSpec, field: string): string => {
  if (field === '_id') return 'id';
  if (field === distributionField) return 'spread';
  return `(${quoted(schema)}.sort_key(body, ${literal(field)}) COLLATE "C")`;
};
