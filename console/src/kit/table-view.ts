import { csvText } from '@tongcheng/shared/csv';
import type { Text } from '@tongcheng/shared/text';
import { Children, Fragment, isValidElement, type PropsWithChildren, type ReactNode } from 'react';
import type { Say } from '../ui/language';

/** A column of a table, declared once for the screen, the search, the order and the exported file. */
export interface TableColumn<T> {
  readonly id: string;
  readonly name: Text;
  /** What stands in the cell, as plain text. */
  readonly text: (row: T, say: Say) => string;
  /** How the cell is drawn, where that is more than its text. */
  readonly cell?: (row: T) => ReactNode;
  /** What rows are ordered by; without it the column cannot be sorted. */
  readonly order?: (row: T) => number | string;
  /** How it stands: `name` may take several lines, `answer` many. A `mark` says who took a list for whom: nobody hides it, on the screen or in a file. */
  readonly kind?: 'head' | 'number' | 'name' | 'answer' | 'places' | 'address' | 'mark';
  /** Not shown until somebody chooses it: what few look at, where all columns together are wider than an ordinary screen. */
  readonly isSpare?: true;
}

/** Rows in which every word that is looked for stands somewhere, in the order of a column: `day`, or `-day` for falling. */
export function shownRows<T>(
  rows: readonly T[],
  columns: readonly TableColumn<T>[],
  { words, sort, say }: { readonly words: string; readonly sort: string | undefined; readonly say: Say },
): readonly T[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const lineOf = (row: T) => columns.map(({ text }) => text(row, say).toLowerCase()).join('\n');
  const found = wanted.length === 0 ? rows : rows.filter((row) => wanted.every((word) => lineOf(row).includes(word)));
  const order = columns.find(({ id }) => id === sort?.replace(/^-/, ''))?.order;
  if (!order) return found;
  const sign = sort?.startsWith('-') ? -1 : 1;
  return [...found].sort((one, other) => sign * compare(order(one), order(other)));
}

const compare = (one: number | string, other: number | string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Spreadsheet programs calculate what begins so; this shows it. */
const plainCell = (cell: string): string => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell);

/** The texts of rows and columns as they are shown, the names of the columns first. */
export const cellsOf = <T>(
  rows: readonly T[],
  columns: readonly TableColumn<T>[],
  say: Say,
): readonly (readonly string[])[] => [
  columns.map(({ name }) => say(name)),
  ...rows.map((row) => columns.map(({ text }) => text(row, say))),
];

/** Rows and columns as they are shown, as a file for spreadsheet programs. */
export const csvOf = <T>(rows: readonly T[], columns: readonly TableColumn<T>[], say: Say): string =>
  `\uFEFF${csvText(cellsOf(rows, columns, say).map((cells) => cells.map(plainCell)))}`;

/** Whether anything stands among the acts of a row: for readers who may do nothing with any row the column goes. */
export const hasActs = (acts: ReactNode): boolean =>
  Children.toArray(acts).some(
    (each) => !isValidElement<PropsWithChildren>(each) || each.type !== Fragment || hasActs(each.props.children),
  );
