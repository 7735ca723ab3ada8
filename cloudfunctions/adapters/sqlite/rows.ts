import type { Doc, Stored } from '../../ports/document-store';
import { columnValue, textValue } from './column-value';
import type { Value } from './driver';
import { misused } from './misuse';

/** A document ready to be written: its JSON made once, its columns in the order of the shape's fields. */
export interface Encoded {
  readonly id: string;
  readonly body: string;
  readonly columns: readonly Value[];
}

const longest = 16_000_000;

/** Takes the document as it is now; changing it later changes nothing. A version it may carry is left out. */
export const encode = (document: Doc & { readonly _v?: number }, fields: readonly string[]): Encoded => {
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

/** A row as the document it is. */
export const decode = <D extends Doc>([version, body]: Row): Stored<D> => {
  const document: D = JSON.parse(body);
  return Object.assign(document, { _v: version });
};
