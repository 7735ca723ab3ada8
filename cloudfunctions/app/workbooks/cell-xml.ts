import { type Day, dayStart, type Instant, shanghaiOffsetMinutes } from '@tongcheng/shared/time';
import { cellText } from './cell-text';

/** An instant as a date and time that a spreadsheet can sort and reckon with; shown as in Shanghai. */
interface MomentCell {
  readonly at: Instant;
}

/** A civil day as a date. */
interface DayCell {
  readonly day: Day;
}

/** What a cell may hold: a text, a count, a date and time, a date, or nothing. There is no way to write a formula. */
export type Cell = string | number | MomentCell | DayCell | undefined;

/** Indexes in `styles.xml` of the looks of a cell, by what it holds. */
export interface CellLooks {
  readonly text: number;
  readonly count: number;
  readonly moment: number;
  readonly day: number;
}

const special = /[&<>"]|_(?=x[0-9A-Fa-f]{4}_)/g;
const needsEscape = /[&<>"_]/;
const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Excel reads `_x003D_` in a text as the character `=`: the underscore itself is written in that manner.
  _: '_x005F_',
};

/** A text for XML content or an attribute, cleaned and escaped. */
export const xmlText = (text: string): string => {
  const clean = cellText(text);
  return needsEscape.test(clean) ? clean.replace(special, (found) => replacements[found] ?? '') : clean;
};

/** 1970-01-01 in a spreadsheet's count of days. */
const firstDayNumber = 25_569;
const daySeconds = 86_400;

/** An instant as spreadsheets count: days since 1899-12-30 of the wall clock in Shanghai, whole seconds. */
const serialOf = (at: Instant): number =>
  (Math.floor(at / 1_000) + shanghaiOffsetMinutes * 60) / daySeconds + firstDayNumber;

/** One cell; texts are inline strings in a text format, so that no program reads one as a formula, nor after editing it. */
export const cellXml = (column: string, row: number, cell: Cell, looks: CellLooks): string => {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return valueXml(column, row, cell, looks.count);
  if (typeof cell === 'object')
    return 'at' in cell
      ? valueXml(column, row, serialOf(cell.at), looks.moment)
      : valueXml(column, row, serialOf(dayStart(cell.day)), looks.day);
  const text = xmlText(cell);
  const space = text.startsWith(' ') || text.endsWith(' ') ? ' xml:space="preserve"' : '';
  return `<c r="${column}${row}" s="${looks.text}" t="inlineStr"><is><t${space}>${text}</t></is></c>`;
};

const valueXml = (column: string, row: number, value: number, look: number): string =>
  Number.isFinite(value) ? `<c r="${column}${row}" s="${look}"><v>${value}</v></c>` : '';

/** Letters of a column: 1 is A, 27 is AA. */
export const columnLetters = (number: number): string =>
  number <= 26
    ? String.fromCharCode(64 + number)
    : columnLetters(Math.floor((number - 1) / 26)) + columnLetters(((number - 1) % 26) + 1);
