import { CursorRefused, type Doc, type Scalar, StoreMisused } from './document-store';

/** The words of a range. */
const bounds = ['gt', 'gte', 'lt', 'lte'] as const;
export type Bound = (typeof bounds)[number];

/** One condition of a `where`, every value of it checked: one of some values, or a range. */
export type CheckedCondition =
  | { readonly kind: 'among'; readonly field: string; readonly values: readonly Scalar[] }
  | {
      readonly kind: 'range';
      readonly field: string;
      readonly bounds: readonly (readonly [Bound, string | number])[];
    };

/** Throws: our own code asked for what the port does not offer. */
export const misused = (why: string): never => {
  throw new StoreMisused(why);
};

/** The field itself when it may stand in a condition, an order or an index: a plain word. */
export const plainField = (field: string): string =>
  /^(_id|[A-Za-z][A-Za-z0-9_]*)$/.test(field) ? field : misused(`not a field that can be asked for: ${field}`);

/**
 * Reads a `where` as the port means it. Throws StoreMisused on what says nothing or nothing sensible (an undefined value
 * would silently widen the answer), whatever got past the types.
 */
export const readWhere = (where: object): readonly CheckedCondition[] =>
  Object.entries(where).map(([field, condition]: [string, unknown]) => readCondition(plainField(field), condition));

function readCondition(field: string, condition: unknown): CheckedCondition {
  if (isScalar(condition)) return { kind: 'among', field, values: [finite(field, condition)] };
  if (typeof condition !== 'object' || condition === null) return misused(`the condition on ${field} says nothing`);
  if ('in' in condition) return { kind: 'among', field, values: readList(field, condition.in) };
  const entries: readonly (readonly [string, unknown])[] = Object.entries(condition);
  if (entries.length === 0) return misused(`the range on ${field} has no bound`);
  return { kind: 'range', field, bounds: entries.map(([name, bound]) => readBound(field, name, bound)) };
}

function readList(field: string, list: unknown): readonly Scalar[] {
  if (!Array.isArray(list) || list.length > 100) return misused(`${field}: at most 100 values`);
  return list.map((value: unknown) => (isScalar(value) ? finite(field, value) : misused(`${field}: no scalar`)));
}

function readBound(field: string, name: string, bound: unknown): readonly [Bound, string | number] {
  const word = bounds.find((each) => each === name);
  if (!word) return misused(`${field}: not a bound: ${name}`);
  if (typeof bound === 'string') return [word, bound];
  if (typeof bound !== 'number' || !Number.isFinite(bound)) return misused(`${field}: a bound is a text or a number`);
  return [word, bound];
}

/** Whether a value can be compared. */
const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const finite = (field: string, value: Scalar): Scalar =>
  typeof value === 'number' && !Number.isFinite(value) ? misused(`${field}: not a number of JSON`) : value;

/** The limit of a page. Throws StoreMisused unless it is 1 to 1,000. */
export const readLimit = (limit: number): number =>
  Number.isInteger(limit) && limit >= 1 && limit <= 1_000 ? limit : misused(`limit ${limit}: 1 to 1,000`);

/** The day that an id of a daily collection begins with; empty when there is none. */
export const dayOfId = (id: string): string => (/^\d{4}-\d{2}-\d{2}\./.test(id) ? id.slice(0, 10) : '');

/** An order by one field, or by `_id` alone when there is none. */
export interface Ordering {
  readonly field?: string;
  readonly descending: boolean;
}

/** Reads an order. Ordering by what is the same in every answer is ordering by `_id`; so is ordering by the day that ids begin with. */
export const readOrder = (
  isDaily: boolean,
  conditions: readonly { readonly kind: string; readonly field: string; readonly values?: readonly unknown[] }[],
  order: { readonly by: string; readonly direction: 'asc' | 'desc' } | undefined,
): Ordering => {
  const descending = order?.direction === 'desc';
  if (!order || plainField(order.by) === '_id' || (isDaily && order.by === 'day')) return { descending };
  const isSame = conditions.some(({ field, values }) => field === order.by && values?.length === 1);
  return isSame ? { descending } : { field: order.by, descending };
};

/** A position in an order: the last document given, with the value that it had in the field of the order. */
export interface Position {
  readonly id: string;
  readonly value: Scalar;
}

/** The position of a document in an order. Lists and objects count as missing. */
export const positionOf = (document: Doc, by: string | undefined): Position => {
  const value: unknown = by === undefined ? null : Reflect.get(document, by);
  return { id: document._id, value: isScalar(value) ? value : null };
};

/** A position as a cursor: opaque to whoever carries it. */
export const writeCursor = ({ id, value }: Position): string =>
  Buffer.from(JSON.stringify([id, value])).toString('base64url');

/** Throws CursorRefused when it is none of ours: cursors travel through clients. */
export const readCursor = (cursor: string): Position => {
  const parts = parsed(cursor);
  if (!Array.isArray(parts)) throw new CursorRefused();
  const [id, value]: unknown[] = parts;
  if (typeof id !== 'string' || !isScalar(value)) throw new CursorRefused();
  return { id, value };
};

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new CursorRefused();
  }
}
