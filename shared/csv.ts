import { trimTyped } from './typed-text';

/** One row of a table in a plain file; `row` counts lines of the table from 1, the header being row 1. */
export interface CsvRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A table in a plain file: RFC 4180, UTF-8, with or without a byte order mark. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Rows with more cells than the header has columns. */
  readonly tooLong: readonly number[];
}

const field = /(?:"((?:[^"]|"")*)"|((?!")[^,\r\n]*))(,|\r?\n|\r|$)/y;

/**
 * Reads a CSV text. Undefined when it is no table: an open quote, text after a quote, NUL, or characters lost in a wrong
 * encoding. Cells are trimmed; empty lines are passed over; a missing cell is an empty text.
 */
export const readCsv = (text: string): CsvTable | undefined => {
  if (/[\0\uFFFD]/.test(text)) return undefined;
  const lines = linesOf(text.replace(/^\uFEFF/, ''));
  const columns = lines?.[0]?.map((name) => name.toLowerCase());
  if (!lines || !columns || columns.every((name) => name === '')) return undefined;
  const numbered = lines.map((cells, index) => ({ row: index + 1, cells })).slice(1);
  const filled = numbered.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return {
    columns,
    tooLong: filled.filter(({ cells }) => cells.length > columns.length).map(({ row }) => row),
    rows: filled.map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])),
    })),
  };
};

function linesOf(text: string): string[][] | undefined {
  const lines: string[][] = [];
  let line: string[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < text.length || line.length > 0) {
    const found = field.exec(text);
    if (!found) return undefined;
    line.push(trimTyped(found[1]?.replaceAll('""', '"') ?? found[2] ?? ''));
    if (found[3] === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
