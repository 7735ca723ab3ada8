import type { Text } from '@tongcheng/shared/text';
import { type Day, dayOf, type Instant, shanghaiOffsetMinutes } from '@tongcheng/shared/time';
import type { Cell } from './cell-xml';
import type { PrintedPage } from './page';

/** A column: its heading in both languages and its width in characters. */
export interface Column {
  readonly heading: Text;
  readonly width: number;
  /** Long texts go over several lines. */
  readonly wrapped?: boolean;
}

/** One row, a cell for each column from the left; missing ones stay empty. */
export type SheetRow = readonly Cell[];

/** What every sheet has. */
interface Tab {
  /** At most 24 characters in sum, so that a part number fits into Excel's 31. */
  readonly name: Text;
  /** Place among the tabs, from 1; the sheets may be written in another order. */
  readonly tab: number;
}

/** How a table looks. */
export interface SheetTable extends Tab {
  readonly columns: readonly Column[];
  /** Buttons to filter by column. */
  readonly filter?: boolean;
  /** Columns from the left that stay in sight; the heading always does. */
  readonly frozenColumns?: number;
}

/** A table to be written; `rows` is read once, in batches, no faster than the file can be written. */
export interface Sheet extends SheetTable {
  readonly rows: AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]>;
}

/** One printed page, made when everything before it was written. */
export interface PageSheet extends Tab {
  readonly page: () => PrintedPage;
}

/** The name on a sheet's tab; the parts of a table that exceeds a sheet are numbered. */
export const tabName = ({ name }: Tab, part = 1): string => `${name.zh} ${name.en}${part > 1 ? ` (${part})` : ''}`;

const two = (number: number) => (number < 10 ? `0${number}` : String(number));

/** An instant as an official reads it within a text, `YYYY-MM-DD HH:mm:ss` in Shanghai; alone in a cell it is a MomentCell. */
export const timeText = (at: Instant): string => {
  const day: Day = dayOf(at);
  const seconds = Math.floor(at / 1_000) + shanghaiOffsetMinutes * 60;
  const ofDay = ((seconds % 86_400) + 86_400) % 86_400;
  return `${day} ${two(Math.floor(ofDay / 3_600))}:${two(Math.floor(ofDay / 60) % 60)}:${two(ofDay % 60)}`;
};
