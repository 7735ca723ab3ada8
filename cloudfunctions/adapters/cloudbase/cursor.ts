import { CursorRefused, type Scalar } from '../../ports/document-store';
import { isScalar } from './conditions';
import { isWhole } from './shape';

/** A place in an order: the last document given, and the value it stood there by (null when it had none). */
export interface Position {
  readonly id: string;
  readonly value: Scalar;
}

/** A cursor: opaque to whoever carries it. */
export const writeCursor = ({ id, value }: Position): string =>
  Buffer.from(JSON.stringify([id, value])).toString('base64url');

/** Throws CursorRefused for what is none of ours. */
export function readCursor(cursor: string): Position {
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts.length !== 2) throw new CursorRefused();
  const [id, value]: unknown[] = parts;
  if (typeof id !== 'string' || !isScalar(value) || !isWhole(id)) throw new CursorRefused();
  if (typeof value === 'string' && !isWhole(value)) throw new CursorRefused();
  return { id, value };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new CursorRefused();
  }
}

/** What a document stands by in an order; lists and objects stand as if missing. */
export const standingOf = (value: unknown): Scalar => (isScalar(value) ? value : null);
