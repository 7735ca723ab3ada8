import type { Client } from '@tongcheng/shared/client';
import { type CsvTable, csvText, readCsv } from '@tongcheng/shared/csv';
import type { Text } from '@tongcheng/shared/text';
import type { ServerReply } from '../../client/use-query';
import { splitCsv } from './split-csv';

/** What an import would do or did, its rows numbered as in the file. */
export interface ImportSum {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly badRows: readonly (Text & { readonly row: number })[];
  /** The part that was refused, with what came before taken. */
  readonly stoppedAt?: number;
}

const nothingYet: ImportSum = { added: 0, changed: 0, unchanged: 0, badRows: [] };

/** Is told which part of how many is under way, and says whether it is still wanted. */
export type OnPart = (part: number, parts: number) => boolean;

/**
 * Previews or imports a file part by part. A refusal of the first part is the reply's failure; a later one, or a part that is not wanted any
 * more, ends it and is given as `stoppedAt`.
 */
export const sendFile = async (
  client: Client,
  endpoint: 'venues.preview-import' | 'venues.import-venues',
  city: string,
  text: string,
  onPart: OnPart,
): Promise<ServerReply<ImportSum>> => {
  const table = readCsv(text);
  const parts = splitCsv(table ? plainForm(table) : text);
  let sum = nothingYet;
  for (const [index, { csv, rowsBefore }] of parts.entries()) {
    if (!onPart(index + 1, parts.length)) return { ok: true, value: { ...sum, stoppedAt: index + 1 } };
    const answer = await client.call(endpoint, { city, csv });
    if (!answer.ok) return index === 0 ? answer : { ok: true, value: { ...sum, stoppedAt: index + 1 } };
    const { added, changed, unchanged, badRows } = answer.value;
    // The plain form has one record a line, so that the row of a part leads to the row of the file.
    const rowOf = (row: number) => table?.lines[row + rowsBefore - 2]?.row ?? row + rowsBefore;
    sum = {
      added: sum.added + added,
      changed: sum.changed + changed,
      unchanged: sum.unchanged + unchanged,
      badRows: [...sum.badRows, ...badRows.map((bad) => ({ ...bad, row: rowOf(bad.row) }))],
    };
  }
  return { ok: true, value: sum };
};

/** The table with commas between its cells and without empty lines. */
const plainForm = ({ columns, lines }: CsvTable): string => csvText([columns, ...lines.map(({ cells }) => cells)]);

/** The bad rows of a file as a table of their own, with number and reasons before the cells: to be mended and imported again. */
export function badRowsText(text: string, { badRows }: ImportSum): string {
  const table = readCsv(text);
  const cellsOf = (row: number) => table?.lines.find((line) => line.row === row)?.cells ?? [];
  const rows = badRows.map(({ row, zh, en }) => [String(row), zh, en, ...cellsOf(row)].map(inert));
  return `\uFEFF${csvText([['row', 'problem_zh', 'problem_en', ...(table?.columns ?? [])], ...rows])}`;
}

/** Spreadsheet programs calculate what begins so; this shows it. */
const inert = (cell: string): string => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell);
