import { type Cell, type CellLooks, cellXml, columnLetters } from './cell-xml';
import type { RowSource } from './row-source';
import type { Sheet, SheetRow } from './sheet';
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
function printSetup({ columns }: Sheet): string {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const paper = width > widthOfA4 ? 8 : 9;
  return `${margins}<pageSetup paperSize="${paper}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${headerFooter}`;
}

/** The heading, and what names a row, stay in sight when scrolling. */
function frozenPane({ frozenColumns = 0 }: Sheet, first: boolean): string {
  const cell = `${columnLetters(frozenColumns + 1)}2`;
  const pane =
    frozenColumns === 0
      ? `<pane ySplit="1" topLeftCell="${cell}" activePane="bottomLeft" state="frozen"/>`
      : `<pane xSplit="${frozenColumns}" ySplit="1" topLeftCell="${cell}" activePane="bottomRight" state="frozen"/>`;
  return `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

const columnWidths = (sheet: Sheet) =>
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
export const filteredCells = ({ filter, columns }: Sheet, last: number): string | undefined =>
  filter ? `A1:${columnLetters(columns.length)}${last}` : undefined;

/**
 * The XML of one sheet: heading, then up to `rowLimit` − 1 rows of the source, in pieces of one batch; gives its last row.
 * What exceeds the limit stays in the source for the next sheet.
 */
export async function* sheetXml(
  sheet: Sheet,
  source: RowSource,
  rowLimit: number,
  first: boolean,
): AsyncGenerator<string, number> {
  const letters = sheet.columns.map((_, index) => columnLetters(index + 1));
  const headings = sheet.columns.map(({ heading }) => `${heading.zh} ${heading.en}`);
  const heading = rowWriter(
    letters,
    sheet.columns.map(() => tableLooks(false, true)),
  );
  const body = rowWriter(
    letters,
    sheet.columns.map(({ wrapped = false }) => tableLooks(wrapped)),
  );
  yield `${opening}${frozenPane(sheet, first)}<cols>${columnWidths(sheet).join('')}</cols><sheetData>${heading(headings, 1)}`;
  let last = 1;
  for (;;) {
    const batch = await source.take(rowLimit - last);
    if (batch.length === 0) break;
    let xml = '';
    for (const row of batch) xml += body(row, ++last);
    yield xml;
  }
  const cells = filteredCells(sheet, last);
  yield `</sheetData>${cells === undefined ? '' : `<autoFilter ref="${cells}"/>`}${printSetup(sheet)}</worksheet>`;
  return last;
}
