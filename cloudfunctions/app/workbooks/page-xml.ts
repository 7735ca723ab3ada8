import { cellXml, columnLetters } from './cell-xml';
import type { PageRow, PrintedPage } from './page';
import { headerFooter, margins, opening } from './sheet-xml';
import { sameLook } from './styles';

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A cell with the column where it begins. */
const placed = ({ cells }: PageRow) => {
  let column = 1;
  return cells.map((cell) => {
    const at = column;
    column += cell.span ?? 1;
    return { ...cell, at, end: column - 1 };
  });
};

function rowXml(row: PageRow, number: number): string {
  const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`;
  const cells = placed(row).flatMap(({ value, look, at, end }) => [
    cellXml(columnLetters(at), number, value, sameLook(look)),
    // A merged cell shows the fill of each of its parts.
    ...Array.from({ length: end - at }, (_, more) =>
      emptyXml(columnLetters(at + 1 + more), number, sameLook(look).text),
    ),
  ]);
  return `<row r="${number}"${height}>${cells.join('')}</row>`;
}

const emptyXml = (column: string, row: number, look: number) => `<c r="${column}${row}" s="${look}"/>`;

const mergesOf = ({ rows }: PrintedPage): readonly string[] =>
  rows.flatMap((row, index) =>
    placed(row)
      .filter(({ at, end }) => end > at)
      .map(({ at, end }) => `<mergeCell ref="${columnLetters(at)}${index + 1}:${columnLetters(end)}${index + 1}"/>`),
  );

/** The XML of a page: upright, all of it on one sheet of A4. Its charts stand in a drawing of their own. */
export function pageXml(page: PrintedPage, first: boolean): string {
  const columns = page.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const merges = mergesOf(page);
  return [
    opening,
    `<sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0"/></sheetViews>`,
    `<cols>${columns.join('')}</cols>`,
    `<sheetData>${page.rows.map((row, index) => rowXml(row, index + 1)).join('')}</sheetData>`,
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    `<printOptions horizontalCentered="1"/>${margins}<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="1"/>${headerFooter}`,
    page.charts.length === 0 ? '' : `<drawing xmlns:r="${relations}" r:id="rId1"/>`,
    '</worksheet>',
  ].join('');
}
