import { dayOfId, misused } from '../../ports/document-query';

import type { Doc, Scalar, Stored } from '../../ports/document-store';
import type { CollectionSpec } from './collection-spec';

/** A document ready to be written: its JSON made once, as it was at the call. */
export interface Encoded {
  readonly id: string;
  /** The day's table it belongs to; empty outside partitions. */
  readonly day: string;
  readonly body: string;
  /** The key of the field that says where it lives, where that is a column. */
  readonly spread: string | undefined;
}

const longest = 16_000_000;

/** Throws StoreMisused for a document that could not be kept or not be found again. A version it may carry is left out. */
export const encodeDocument = (document: Doc & { readonly _v?: number }, spec: CollectionSpec): Encoded => {
  if (typeof document._id !== 'string' || document._id === '') return misused('a document needs an _id of text');
  const body = storedJson(JSON.stringify('_v' in document ? { ...document, _v: undefined } : document));
  if (body.length > longest) return misused(`the document ${document._id} is longer than ${longest} characters`);
  return { id: storedText(document._id), day: dayOf(document, spec), body, spread: spreadOf(document, spec) };
};

function dayOf(document: Doc, { daily, name }: CollectionSpec): string {
  if (!daily) return '';
  const day = dayOfId(document._id);
  if (day === '' || Reflect.get(document, 'day') !== day) return misused(`${name}: the _id must begin with the day`);
  return day;
}

function spreadOf(document: Doc, { distributionField, name }: CollectionSpec): string | undefined {
  if (distributionField === undefined) return undefined;
  const value: unknown = Reflect.get(document, distributionField);
  return typeof value === 'string' ? sortKey(value) : misused(`${name}: every document has its ${distributionField}`);
}

/** A row that begins with `v, body`, all as text. */
export type Row = readonly (string | null)[];

/** The document of a row. */
export const decode = <D extends Doc>([v, body]: Row): Stored<D> => {
  const document: D = parseStored(body ?? '');
  return Object.assign(document, { _v: Number(v) });
};

/**
 * How a value stands in an index, as text that PostgreSQL compares byte by byte (COLLATE "C"): nothing for what is missing,
 * then numbers, texts by code point, false, true. The same law stands in SQL (layout.ts); a test holds them together.
 */
export const sortKey = (value: Scalar): string => {
  if (typeof value === 'string') return `2${storedText(value)}`;
  if (typeof value === 'number') return `1${numberKey(value)}`;
  if (typeof value === 'boolean') return value ? '4' : '3';
  return '';
};

/** Where the kind of a key begins and where the next kind begins, for ranges that hold one kind only. */
export const kindEdges = (value: string | number): readonly [string, string] =>
  typeof value === 'number' ? ['1', '2'] : ['2', '3'];

const bits = new DataView(new ArrayBuffer(8));

/** The bits of a double in the order of numbers, in sixteen hexadecimal digits. */
function numberKey(value: number): string {
  bits.setFloat64(0, value === 0 ? 0 : value);
  const [high, low] = [bits.getUint32(0), bits.getUint32(4)];
  const negative = high >= 0x8000_0000;
  return negative ? hex(~high) + hex(~low) : hex(high ^ 0x8000_0000) + hex(low);
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about
const odd = /[\u0000\u0001]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about
const written = /\u0001(?:([\u0001\u0002])|\u0003([0-9a-f]{4}))/g;

/** PostgreSQL keeps neither NUL nor half a surrogate pair: they, and the character they are written with, become two or more. Order stays. */
export const storedText = (text: string): string =>
  text.search(odd) < 0 ? text : text.replace(odd, (found) => writtenAs[found] ?? `\u0001\u0003${codeOf(found)}`);

const writtenAs: Readonly<Record<string, string>> = { '\u0000': '\u0001\u0001', '\u0001': '\u0001\u0002' };
const codeOf = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0');

/** The text that {@link storedText} was given. */
export const textOf = (stored: string): string =>
  stored.includes('\u0001')
    ? stored.replace(written, (_all, pair: string | undefined, code: string | undefined) =>
        code === undefined
          ? String.fromCharCode(pair === '\u0001' ? 0 : 1)
          : String.fromCharCode(Number.parseInt(code, 16)),
      )
    : stored;

/** A document's JSON as JSONB takes it: every text and name in it written as {@link storedText} writes it. */
export const storedJson = (json: string): string =>
  mayBeOdd.test(json) ? JSON.stringify(JSON.parse(json, rewriting(storedText))) : json;

/** The document that {@link storedJson} was made of. */
export const parseStored = (stored: string) =>
  stored.includes('\\u0001') ? JSON.parse(stored, rewriting(textOf)) : JSON.parse(stored);

/** JSON.stringify writes NUL, U+0001 and halves of pairs as escapes; a text that only speaks of them is rewritten for nothing. */
const mayBeOdd = /\\u000[01]|\\ud[89a-f]/;

const rewriting = (write: (text: string) => string) => (_name: string, value: unknown) => {
  if (typeof value === 'string') return write(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [write(name), each]));
};
