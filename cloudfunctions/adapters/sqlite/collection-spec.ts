import { plainField } from '../../ports/document-query';
import type { Collection, Doc } from '../../ports/document-store';

/** An index as the adapter keeps it; `fields` may name `_id`, never the partition's `day`. */
export interface IndexSpec {
  readonly name: string;
  readonly fields: readonly string[];
}

/** A declared collection, read once. */
export interface CollectionSpec {
  readonly name: string;
  readonly daily: boolean;
  /** It holds wrapped keys: what is deleted or replaced must be in no file any more when the call ends. */
  readonly holdsKeys: boolean;
  /** Of persons or accounts: rows lie in no order, since the order in which they came would lead to rides (decision 156). */
  readonly shuffled: boolean;
  /** The first is always that of `_id`. */
  readonly indexes: readonly IndexSpec[];
  /** Fields that have a column, in the order of an insert. */
  readonly fields: readonly string[];
}

const known = new WeakMap<object, CollectionSpec>();

/** The spec of a declared collection. Throws when a name could not be one of a file or of a column. */
export const specOf = <D extends Doc>(collection: Collection<D>): CollectionSpec => {
  const found = known.get(collection);
  if (found) return found;
  const spec = read(collection);
  known.set(collection, spec);
  return spec;
};

function read<D extends Doc>({ name, indexes, partition, keep, belongs }: Collection<D>): CollectionSpec {
  if (!/^[a-z][a-zA-Z0-9-]{0,63}$/.test(name)) throw new Error(`not a name for a collection: ${name}`);
  const daily = partition === 'day';
  const declared = indexes.map((fields) => fields.map(plainField).filter((field) => !(daily && field === 'day')));
  const kept = declared.filter((fields) => fields.length > 0);
  const fields = [...new Set(kept.flat())].filter((field) => field !== '_id');
  const holdsKeys = keep.until === 'key';
  return {
    name,
    daily,
    holdsKeys,
    shuffled: !daily && (belongs.to === 'person' || belongs.to === 'account'),
    fields,
    indexes: [['_id'], ...kept].map((of) => ({ name: of.join('+'), fields: of })),
  };
}

/** A name as SQL takes it, whatever characters it has. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The column that holds an indexed field. */
export const columnName = (field: string): string => `f_${field}`;

/** A text as a literal of SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
