import { misused } from '../../ports/document-query';
import type { Collection, Doc } from '../../ports/document-store';

/** Whether a field may stand in a condition, an order or an index: a plain word. */
export const isPlain = (field: string): boolean => /^[A-Za-z][A-Za-z0-9_]*$/.test(field);

/** Whether text can be kept as UTF-8; half a character cannot. */
export const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** Where a field stands in the cloud's document (`envelope.ts`). Throws when it cannot be asked for. */
export const pathOf = (field: string): string => {
  if (field === '_id') return '_id';
  return isPlain(field) ? `f.${field}` : misused(`not a field that can be asked for: ${field}`);
};

/** Whether a collection grows by the day. */
export const isDaily = <D extends Doc>({ partition }: Collection<D>): boolean => partition === 'day';

/** The collection, if it grows by the day. Throws when it does not. */
export const daily = <D extends Doc>(collection: Collection<D>): Collection<D> =>
  isDaily(collection) ? collection : misused(`${collection.name} is not partitioned by day`);

/** First id of a day, and the first that is of no day before the next: `.` is followed by `/`. */
export const idsOfDay = (day: string): { readonly from: string; readonly until: string } => ({
  from: `${day}.`,
  until: `${day}/`,
});

const pastLongs = 2 ** 63;

/**
 * A number as it can be asked for. The SDK writes both ends of the 64-bit whole numbers as longs that are none, so they stand
 * by their neighbours beyond; the document itself keeps them as they are.
 */
export const askableNumber = (value: number): number => {
  if (Math.abs(value) === pastLongs) return value * (1 + Number.EPSILON);
  return value === 0 ? 0 : value;
};
