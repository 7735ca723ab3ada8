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

/** A row of `v, body` as the document it is. */
export const decode = <D extends Doc>(row: unknown): Stored<D> => {
  if (typeof row !== 'object' || row === null || !('body' in row) || !('v' in row))
    throw new Error('not a document’s row');
  const document: D = JSON.parse(String(row.body));
  return Object.assign(document, { _v: Number(row.v) });
};
