import { readCursor as readPosition } from '../../ports/document-question';
import { columnValue, textValue } from './column-value';
import type { Value } from './driver';

export { writeCursor } from '../../ports/document-question';

/** A place in an order, in the values of columns. */
export interface Position {
  readonly id: string;
  readonly value: Value;
}

/** Throws CursorRefused when it is none of ours; cursors travel through clients. */
export const readCursor = (cursor: string): Position => {
  const { id, value } = readPosition(cursor);
  return { id: textValue(id), value: columnValue(value) };
};
