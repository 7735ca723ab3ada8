import { type CsvRow, readCsv } from '@tongcheng/shared/csv';
import type { Text } from '@tongcheng/shared/text';
import { readVenueRow, type VenueFacts } from '@tongcheng/shared/venues/venue-file';

/** A row that was not taken, and why, in both languages. */
export interface BadRow extends Text {
  readonly row: number;
}

/** The venues of a plain file and its bad rows. */
export interface VenueFile {
  readonly good: readonly VenueFacts[];
  readonly bad: readonly BadRow[];
}

const needed = ['id', 'mode', 'kind', 'name_zh'];

/**
 * Reads a CSV of venues. Undefined when it is no table or lacks a column that every row needs. `firstRowOf` remembers ids
 * from file to file, so that an id belongs to one row of one file.
 */
export const readVenueFile = (csv: string, firstRowOf = new Map<string, number>()): VenueFile | undefined => {
  const table = readCsv(csv);
  if (!table || !needed.every((name) => table.columns.includes(name))) return undefined;
  const read = table.rows.map((row) => readRow(row, firstRowOf, table.tooLong.includes(row.row)));
  return {
    good: read.flatMap((one) => ('id' in one ? [one] : [])),
    bad: read.flatMap((one) => ('id' in one ? [] : [one])),
  };
};

function readRow(row: CsvRow, firstRowOf: Map<string, number>, tooLong: boolean): VenueFacts | BadRow {
  if (tooLong) return { row: row.row, zh: '列数比表头多', en: 'more cells than the header has columns' };
  const read = readVenueRow(row);
  if (!read.ok) return badRow(row.row, read.problems);
  const earlier = firstRowOf.get(read.facts.id);
  if (earlier !== undefined)
    return { row: row.row, zh: `编号已在第 ${earlier} 行用过`, en: `the id was used in row ${earlier} before` };
  firstRowOf.set(read.facts.id, row.row);
  return read.facts;
}

function badRow(row: number, problems: readonly Text[]): BadRow {
  return { row, zh: problems.map(({ zh }) => zh).join('；'), en: problems.map(({ en }) => en).join('; ') };
}
