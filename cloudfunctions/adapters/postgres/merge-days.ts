import type { Ordering } from '../../ports/document-query';
import type { Doc, Scalar, Stored } from '../../ports/document-store';
import { decode, type Row, sortKey, storedText } from './rows';

/** What one day answered, in order. */
export interface DayAnswer {
  readonly rows: readonly Row[];
  /** It ended because the documents became long: there may be more of the day. */
  readonly isCut: boolean;
}

/**
 * The first `limit` of what several days gave, each in order. Nothing behind the end of a day that was cut short: what
 * follows there is not known yet and comes with the next part.
 */
export const mergeDays = <D extends Doc>(
  days: readonly DayAnswer[],
  { field = '_id', descending }: Ordering,
  limit: number,
): readonly Stored<D>[] => {
  const sign = descending ? -1 : 1;
  const keyed = days.map(({ rows }) => rows.map((row) => keyedBy<D>(row, field)));
  const compare = (a: Keyed<D>, b: Keyed<D>) => sign * (Buffer.compare(a.key, b.key) || Buffer.compare(a.id, b.id));
  const ends = days.flatMap(({ isCut }, at) => (isCut ? (keyed[at]?.at(-1) ?? []) : []));
  const all = keyed.flat().sort(compare);
  const known = ends.length === 0 ? all : all.filter((each) => ends.every((end) => compare(each, end) <= 0));
  return known.slice(0, limit).map(({ document }) => document);
};

interface Keyed<D extends Doc> {
  readonly document: Stored<D>;
  readonly key: Uint8Array;
  readonly id: Uint8Array;
}

function keyedBy<D extends Doc>(row: Row, field: string): Keyed<D> {
  const document = decode<D>(row);
  return { document, key: Buffer.from(keyOf(document, field)), id: Buffer.from(storedText(document._id)) };
}

/** A field's key as PostgreSQL makes it; lists and objects count as missing. */
function keyOf(document: object, field: string): string {
  const value: unknown = Reflect.get(document, field);
  return isScalar(value) ? sortKey(value) : '';
}

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
