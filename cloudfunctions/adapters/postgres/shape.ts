import { misused, plainField } from '../../ports/document-question';
import type { Collection, Doc } from '../../ports/document-store';

/** A declared collection, read once. */
export interface Shape {
  readonly name: string;
  readonly daily: boolean;
  /** Fields of each index, without the day of a partition and without an `_id` at the end. */
  readonly indexes: readonly (readonly string[])[];
  /** What says where a document lives: its id, its day, or a field with a column of its own; undefined: everywhere. */
  readonly livesBy: string | undefined;
  /** The field of {@link livesBy} when it has a column of its own. */
  readonly spreadField: string | undefined;
}

const known = new WeakMap<object, Shape>();

/** The shape of a declared collection. Throws when a name could not be one of a table. */
export const shapeOf = <D extends Doc>(collection: Collection<D>): Shape => {
  const found = known.get(collection);
  if (found) return found;
  const shape = read(collection);
  known.set(collection, shape);
  return shape;
};

function read<D extends Doc>({ name, indexes, partition, distributeBy }: Collection<D>): Shape {
  if (!/^[a-z][a-zA-Z0-9-]{0,39}$/.test(name)) return misused(`not a name for a collection: ${name}`);
  const daily = partition === 'day';
  const declared = indexes.map((fields) => fields.map(plainField).filter((field) => !(daily && field === 'day')));
  const trimmed = declared.map((fields) => (fields.at(-1) === '_id' ? fields.slice(0, -1) : fields));
  const livesBy = distributeBy === undefined ? (daily ? 'day' : undefined) : plainField(distributeBy);
  const spreadField = livesBy === '_id' || (daily && livesBy === 'day') ? undefined : livesBy;
  return { name, daily, livesBy, spreadField, indexes: trimmed.filter((fields) => fields.length > 0) };
}

/** The shape of a partitioned collection. Throws when it is not one. */
export const dailyShape = <D extends Doc>(collection: Collection<D>): Shape => {
  const shape = shapeOf(collection);
  return shape.daily ? shape : misused(`${shape.name} is not partitioned by day`);
};

/** The day an id of a partitioned collection begins with; empty when it is none. */
export const dayOfId = (id: string): string => (/^\d{4}-\d{2}-\d{2}\./.test(id) ? id.slice(0, 10) : '');

/** Whether a text is a day as ids begin with it. */
export const isDay = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text);
