import { foldWidth, trimTyped } from './typed-text';

/** One row of a table in a plain file; `row` counts lines of the table from 1, the header being row 1. */
export interface CsvRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A table in a plain file: RFC 4180, and what spreadsheet programs make of it. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  /** The same rows as they stand, cells beyond the header's columns included. */
  readonly lines: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Rows with more cells than the header has columns, empty ones at the end aside. */
  readonly tooLong: readonly number[];
}

const separators = [',', ';', '\t'] as const;
type Separator = (typeof separators)[number];

/** Excel's own first line, which says what separates and is no row. Saved again it may stand in quotes or have empty cells behind it. */
const saysSeparator = /^"?sep=([,;\t])"?[,;\t]*(?:\r\n|\n|\r)/i;

const fieldOf = (separator: Separator) =>
  new RegExp(`(?:"((?:[^"]|"")*)"|((?!")[^${separator}\\r\\n]*))(${separator}|\\r?\\n|\\r|$)`, 'y');
const fields = { ',': fieldOf(','), ';': fieldOf(';'), '\t': fieldOf('\t') } as const;

/**
 * Reads a CSV text, with comma, semicolon or tab between its cells, as its first line says or shows. Undefined when it is no table: an open
 * quote, text after a quote, NUL, or characters lost in a wrong encoding. Cells lose what is blank at their ends; empty lines are passed
 * over; a missing cell is an empty text.
 */
export const readCsv = (text: string): CsvTable | undefined => {
  if (/[\0\uFFFD]/.test(text)) return undefined;
  const lines = linesOf(text.replace(/^\uFEFF/, ''));
  const columns = withoutEmptyEnd(lines?.[0] ?? []).map((name) => foldWidth(name).toLowerCase());
  if (!lines || columns.length === 0) return undefined;
  const numbered = lines.map((cells, index) => ({ row: index + 1, cells: withoutEmptyEnd(cells) })).slice(1);
  const filled = numbered.filter(({ cells }) => cells.length > 0);
  return {
    columns,
    lines: filled,
    tooLong: filled.filter(({ cells }) => cells.length > columns.length).map(({ row }) => row),
    rows: filled.map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])),
    })),
  };
};

/** A table as a text that {@link readCsv} reads: commas, quotes where they are needed, lines that end as on Windows. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');

const quoted = (cell: string): string => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Excel writes as many cells as the widest row of its sheet has. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
}

function linesOf(text: string): string[][] | undefined {
  const [said, separator] = saysSeparator.exec(text) ?? [''];
  const table = text.slice(said.length);
  const known = separators.find((each) => each === separator);
  return split(table, known ?? likeliest(table));
}

/** What stands most often in the first line, outside quotes. */
function likeliest(table: string): Separator {
  const header = (/^(?:"[^"]*"|[^"\r\n])*/.exec(table)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: Separator) => header.split(separator).length;
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best));
}

function split(text: string, separator: Separator): string[][] | undefined {
  const field = fields[separator];
  const lines: string[][] = [];
  let line: string[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < text.length || line.length > 0) {
    const found = field.exec(text);
    if (!found) return undefined;
    line.push(trimTyped(found[1]?.replaceAll('""', '"') ?? found[2] ?? ''));
    if (found[3] === separator) continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
