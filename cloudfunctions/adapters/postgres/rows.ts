import { misused } from '../../ports/document-question';
import type { Doc, Stored } from '../../ports/document-store';
import { dayOfId, type Shape } from './shape';
import { sortKey, storedText } from './sort-key';
import { parseStored, storedJson } from './stored-json';

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
export const encode = (document: Doc & { readonly _v?: number }, shape: Shape): Encoded => {
  if (typeof document._id !== 'string' || document._id === '') return misused('a document needs an _id of text');
  const body = storedJson(JSON.stringify('_v' in document ? { ...document, _v: undefined } : document));
  if (body.length > longest) return misused(`the document ${document._id} is longer than ${longest} characters`);
  return { id: storedText(document._id), day: dayOf(document, shape), body, spread: spreadOf(document, shape) };
};

function dayOf(document: Doc, { daily, name }: Shape): string {
  if (!daily) return '';
  const day = dayOfId(document._id);
  if (day === '' || Reflect.get(document, 'day') !== day) return misused(`${name}: the _id must begin with the day`);
  return day;
}

function spreadOf(document: Doc, { spreadField, name }: Shape): string | undefined {
  if (spreadField === undefined) return undefined;
  const value: unknown = Reflect.get(document, spreadField);
  return typeof value === 'string' ? sortKey(value) : misused(`${name}: every document has its ${spreadField}`);
}

/** A row that begins with `v, body`, all as text. */
export type Row = readonly (string | null)[];

/** The document of a row. */
export const decode = <D extends Doc>([v, body]: Row): Stored<D> => {
  const document: D = parseStored(body ?? '');
  return Object.assign(document, { _v: Number(v) });
};
