import type { Text } from '@tongcheng/shared/text';
import type { Cell } from './cell-xml';

/** A column: its heading in both languages and its width in characters. */
export interface Column {
  readonly heading: Text;
  readonly width: number;
  /** Long texts go over several lines. */
  readonly wrapped?: boolean;
}

/** One row, a cell for each column from the left; missing ones stay empty. */
export type SheetRow = readonly Cell[];

/** A table to be written; `rows` is read once, in batches, no faster than the file can be written. */
export interface Sheet {
  /** At most 24 characters in sum, so that a part number fits into Excel's 31. */
  readonly name: Text;
  /** Place among the tabs, from 1; the sheets may be written in another order. */
  readonly tab: number;
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]>;
  /** Buttons to filter by column. */
  readonly filter?: boolean;
}
