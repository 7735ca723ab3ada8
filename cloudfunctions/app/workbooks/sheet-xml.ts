import { type Cell, cellXml, columnLetters, headingFormat, textFormat, wrappedFormat } from './cell-xml';
import type { RowSource } from './row-source';
import type { Sheet, SheetRow } from './sheet';

const opening =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

/** The heading stays in sight when scrolling. */
const frozenHeading =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

const printSetup = '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';

const columnWidths = (sheet: Sheet) =>
  sheet.columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );

type CellWriter = (row: SheetRow, number: number) => string;

function rowWriter(letters: readonly string[], formats: readonly number[]): CellWriter {
  const write = (cells: readonly Cell[], number: number) => {
    let xml = `<row r="${number}">`;
    for (const [index, letter] of letters.entries())
      xml += cellXml(letter, number, cells[index], formats[index] ?? textFormat);
    return `${xml}</row>`;
  };
  return write;
}

/**
 * The XML of one sheet: heading, then up to `rowLimit` − 1 rows of the source, in pieces of one batch.
 * What exceeds the limit stays in the source for the next sheet.
 */
export async function* sheetXml(sheet: Sheet, source: RowSource, rowLimit: number): AsyncGenerator<string> {
  const letters = sheet.columns.map((_, index) => columnLetters(index + 1));
  const headings = sheet.columns.map(({ heading }) => `${heading.zh} ${heading.en}`);
  const heading = rowWriter(
    letters,
    sheet.columns.map(() => headingFormat),
  );
  const body = rowWriter(
    letters,
    sheet.columns.map(({ wrapped }) => (wrapped ? wrappedFormat : textFormat)),
  );
  yield `${opening}${frozenHeading}<cols>${columnWidths(sheet).join('')}</cols><sheetData>${heading(headings, 1)}`;
  let last = 1;
  for (;;) {
    const batch = await source.take(rowLimit - last);
    if (batch.length === 0) break;
    let xml = '';
    for (const row of batch) xml += body(row, ++last);
    yield xml;
  }
  const filter = sheet.filter ? `<autoFilter ref="A1:${letters.at(-1)}${last}"/>` : '';
  yield `</sheetData>${filter}${printSetup}</worksheet>`;
}
