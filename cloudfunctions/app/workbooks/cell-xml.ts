import { cellText } from './cell-text';

/** What a cell may hold: a text, a count, or nothing. There is no way to write a formula. */
export type Cell = string | number | undefined;

/** Index of a cell format in `styles.xml`. */
export const textFormat = 1;
export const headingFormat = 2;
export const wrappedFormat = 3;

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

/** One cell; texts are inline strings in a text format, so that no program reads one as a formula, nor after editing it. */
export const cellXml = (column: string, row: number, cell: Cell, format: number): string => {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${column}${row}"><v>${cell}</v></c>` : '';
  const text = xmlText(cell);
  const space = text.startsWith(' ') || text.endsWith(' ') ? ' xml:space="preserve"' : '';
  return `<c r="${column}${row}" s="${format}" t="inlineStr"><is><t${space}>${text}</t></is></c>`;
};

/** Letters of a column: 1 is A, 27 is AA. */
export const columnLetters = (number: number): string =>
  number <= 26
    ? String.fromCharCode(64 + number)
    : columnLetters(Math.floor((number - 1) / 26)) + columnLetters(((number - 1) % 26) + 1);
