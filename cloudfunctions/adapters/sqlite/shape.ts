import type { Collection, Doc } from '../../ports/document-store';
import { plainField } from './misuse';

/** An index as the adapter keeps it; `fields` may name `_id`, never the partition's `day`. */
export interface ShapeIndex {
  readonly name: string;
  readonly fields: readonly string[];
}

/** A declared collection, read once. */
export interface Shape {
  readonly name: string;
  readonly daily: boolean;
  /** The first is always that of `_id`. */
  readonly indexes: readonly ShapeIndex[];
  /** Fields that have a column, in the order of an insert. */
  readonly fields: readonly string[];
}

const known = new WeakMap<object, Shape>();

/** The shape of a declared collection. Throws when a name could not be one of a file or of a column. */
export const shapeOf = <D extends Doc>(collection: Collection<D>): Shape => {
  const found = known.get(collection);
  if (found) return found;
  const shape = read(collection);
  known.set(collection, shape);
  return shape;
};

function read<D extends Doc>({ name, indexes, partition }: Collection<D>): Shape {
  if (!/^[a-z][a-zA-Z0-9-]{0,63}$/.test(name)) throw new Error(`not a name for a collection: ${name}`);
  const daily = partition === 'day';
  const declared = indexes.map((fields) => fields.map(plainField).filter((field) => !(daily && field === 'day')));
  const kept = declared.filter((fields) => fields.length > 0);
  const fields = [...new Set(kept.flat())].filter((field) => field !== '_id');
  return { name, daily, fields, indexes: [['_id'], ...kept].map((of) => ({ name: of.join('+'), fields: of })) };
}
