import { CursorRefused, type Scalar } from '../../ports/document-store';
import { columnValue, textValue } from './column-value';
import type { Value } from './driver';

/** A place in an order: the last document given. `value` only when ordered by a field. */
export interface Position {
  readonly id: string;
  readonly value: Value;
}

/** A cursor: opaque to the caller, it holds the order's value and the id. */
export const writeCursor = (id: string, value: unknown): string =>
  Buffer.from(JSON.stringify([id, isScalar(value) ? value : null])).toString('base64url');

/** Throws CursorRefused when it is none of ours; cursors travel through clients. */
export const readCursor = (cursor: string): Position => {
  const parts = parse(cursor);
  if (!Array.isArray(parts)) throw new CursorRefused();
  const [id, value]: unknown[] = parts;
  if (typeof id !== 'string' || !isScalar(value)) throw new CursorRefused();
  return { id: textValue(id), value: columnValue(value) };
};

const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new CursorRefused();
  }
}
