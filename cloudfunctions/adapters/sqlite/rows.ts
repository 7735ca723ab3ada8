import { misused } from '../../ports/document-query';
import { type Doc, StoreDamaged, type Stored } from '../../ports/document-store';
import type { Value } from './driver';

/** Stands for a field that is missing, null, a list or an object: before every number, and no JSON can hold it. */
const missing = Number.NEGATIVE_INFINITY;

/** {@link missing} in SQL. */
export const missingSql = '-9e999';

const truth = { yes: new Uint8Array([1]), no: new Uint8Array([0]) };

/**
 * How a field stands in a column, so that SQLite's order is ours: missing, numbers, text by code point, false, true.
 * The one law for indexed columns, for unindexed fields (the SQL function `field`) and for what a query asks.
 */
export const columnValue = (value: unknown): Value => {
  if (typeof value === 'string') return textValue(value);
  if (typeof value === 'number') return numberValue(value);
  if (typeof value === 'boolean') return value ? truth.yes : truth.no;
  return missing;
};

/** Nearer to zero counts as zero: the package's driver takes such numbers for whole ones. */
const nearZero = 1e-15;

function numberValue(value: number): number {
  if (!Number.isFinite(value)) return missing;
  return Math.abs(value) < nearZero ? 0 : value;
}

/** SQLite's drivers cut text at a NUL, so NUL and the character after it are written as two; the order stays. */
export const textValue = (text: string): string =>
  text.includes('\u0000') || text.includes('\u0001')
    ? text.replaceAll('\u0001', '\u0001\u0002').replaceAll('\u0000', '\u0001\u0001')
    : text;

/** Compares as SQLite does: negative when `a` comes first. */
export const compareValues = (a: Value, b: Value): number => {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : Number(a > b);
  if (typeof a !== 'number' && typeof b !== 'number' && typeof a === typeof b)
    return Buffer.compare(bytes(a), bytes(b));
  return rank(a) - rank(b);
};

const bytes = (value: string | Uint8Array) => (typeof value === 'string' ? Buffer.from(value) : value);

function rank(value: Value): number {
  if (typeof value === 'number') return 0;
  return typeof value === 'string' ? 1 : 2;
}

/** A document ready to be written: its JSON made once, its columns in the order of the spec's fields. */
export interface Encoded {
  readonly id: string;
  readonly body: string;
  readonly columns: readonly Value[];
}

const longest = 16_000_000;

/** Takes the document as it is now; changing it later changes nothing. A version it may carry is left out. */
export const encodeDocument = (document: Doc & { readonly _v?: number }, fields: readonly string[]): Encoded => {
  const body = JSON.stringify('_v' in document ? { ...document, _v: undefined } : document);
  if (typeof document._id !== 'string' || document._id === '') return misused('a document needs an _id of text');
  if (body.length > longest) return misused(`the document ${document._id} is longer than ${longest} characters`);
  return {
    id: textValue(document._id),
    body,
    columns: fields.map((field) => columnValue(Reflect.get(document, field))),
  };
};

/** A document as it stands in a table: its version and its JSON. */
export type Row = readonly [version: number, body: string];

/** What SQLite gives for `v, body`. */
export const rowOf = (found: unknown): Row => {
  if (typeof found !== 'object' || found === null || !('body' in found) || !('v' in found))
    throw new Error('not a document’s row');
  return [Number(found.v), String(found.body)];
};

/** A row as the document it is. Throws StoreDamaged with the collection's name when the row was damaged where SQLite does not look. */
export const decode = <D extends Doc>([version, body]: Row, collection: string): Stored<D> =>
  Object.assign(parse<D>(body, collection), { _v: version });

/** What the parser says holds some of the text, so it is not passed on. */
function parse<D extends Doc>(body: string, collection: string): D {
  try {
    return JSON.parse(body);
  } catch {
    throw new StoreDamaged(collection, `存储中的一条文档已损坏 / A document in the store is damaged: ${collection}`);
  }
}
