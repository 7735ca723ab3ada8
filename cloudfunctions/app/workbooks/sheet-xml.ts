import { type Cell, type CellLooks, cellXml, columnLetters } from './cell-xml';
import { pieceLength } from './deflated';
import type { RowSource } from './row-source';
import type { SheetRow, SheetTable } from './sheet';
import { tableLooks } from './styles';

/** How the XML of every sheet begins. */
export const opening =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

/** Margins of a printed page, in inches. */
export const margins = '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>';

/** Above each printed page the file and the sheet, below its number and how many there are. */
export const headerFooter =
  '<headerFooter><oddHeader>&amp;L&amp;F&amp;R&amp;A</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>';

/** Characters beside each other that can be read on a page of A4; more are printed on A3. */
const widthOfA4 = 180;

/** All columns beside each other on a page across, as many pages as there are rows. */
function printSetup({ columns }: SheetTable): string {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const paper = width > widthOfA4 ? 8 : 9;
  return `${margins}<pageSetup paperSize="${paper}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${headerFooter}`;
}

/** The heading, and what names a row, stay in sight when scrolling. */
function frozenPane({ frozenColumns = 0 }: SheetTable, first: boolean): string {
  const cell = `${columnLetters(frozenColumns + 1)}2`;
  const pane =
    frozenColumns === 0
      ? `<pane ySplit="1" topLeftCell="${cell}" activePane="bottomLeft" state="frozen"/>`
      : `<pane xSplit="${frozenColumns}" ySplit="1" topLeftCell="${cell}" activePane="bottomRight" state="frozen"/>`;
  return `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

const columnWidths = (sheet: SheetTable) =>
  sheet.columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );

type CellWriter = (row: SheetRow, number: number) => string;

function rowWriter(letters: readonly string[], looks: readonly CellLooks[]): CellWriter {
  const usual = tableLooks(false);
  const write = (cells: readonly Cell[], number: number) => {
    let xml = `<row r="${number}">`;
    for (const [index, letter] of letters.entries())
      xml += cellXml(letter, number, cells[index], looks[index] ?? usual);
    return `${xml}</row>`;
  };
  return write;
}

/** The cells that the filter of a table with so many rows covers, as `A1:Q200`; undefined where there is no filter. */
export const filteredCells = ({ filter, columns }: SheetTable, last: number): string | undefined =>
  filter ? `A1:${columnLetters(columns.length)}${last}` : undefined;

/** The XML of a table's sheets, piece by piece. */
export interface TableXml {
  /** Everything before the rows, the heading among it; `first`: of the sheet that is seen first. */
  readonly opening: (first: boolean) => string;
  readonly row: (cells: SheetRow, number: number) => string;
  /** Everything after the last row. */
  readonly closing: (last: number) => string;
}

/** How a table is written. */
export function tableXml(table: SheetTable): TableXml {
  const letters = table.columns.map((_, index) => columnLetters(index + 1));
  const headings = table.columns.map(({ heading }) => `${heading.zh} ${heading.en}`);
  const heading = rowWriter(
    letters,
    table.columns.map(() => tableLooks(false, true)),
  );
  return {
    opening: (first) =>
      `${opening}${frozenPane(table, first)}<cols>${columnWidths(table).join('')}</cols><sheetData>${heading(headings, 1)}`,
    row: rowWriter(
      letters,
      table.columns.map(({ wrapped = false }) => tableLooks(wrapped)),
    ),
    closing: (last) => {
      const cells = filteredCells(table, last);
      return `</sheetData>${cells === undefined ? '' : `<autoFilter ref="${cells}"/>`}${printSetup(table)}</worksheet>`;
    },
  };
}

/**
 * The XML of one sheet: heading, then up to `rowLimit` − 1 rows of the source, in pieces that follow from the rows alone; gives
 * its last row. What exceeds the limit stays in the source for the next sheet.
 */
export async function* sheetXml(
  table: SheetTable,
  source: RowSource,
  rowLimit: number,
  first: boolean,
): AsyncGenerator<string, number> {
  const write = tableXml(table);
  let xml = write.opening(first);
  let last = 1;
  for (;;) {
    const batch = await source.take(rowLimit - last);
    if (batch.length === 0) break;
    for (const row of batch) {
      xml += write.row(row, ++last);
      if (xml.length < pieceLength) continue;
      yield xml;
      xml = '';
    }
  }
  yield xml + write.closing(last);
  return last;
}
