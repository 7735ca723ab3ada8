import { chartXml, drawingXml } from './chart-xml';
import { deflatedPiece, nothingPacked } from './deflated';
import { pageXml } from './page-xml';
import { type PageSheet, type SheetTable, tabName } from './sheet';
import { filteredCells } from './sheet-xml';
import { styles } from './styles';
import {
  chartPath,
  contentTypes,
  drawingPath,
  drawingRelations,
  rootRelations,
  sheetPath,
  type WrittenSheet,
  workbook,
  workbookRelations,
} from './workbook-parts';
import type { ZipEntry } from './zip-stream';

/** What Excel can show of one sheet. */
export const excelRowLimit = 1_048_576;

/** A sheet in the archive, and its place among the tabs. */
export interface PlacedSheet extends WrittenSheet {
  readonly tab: number;
}

/** A file of the archive that is there whole. Only wrapped, not deflated: they are few and small. */
async function wholeEntry(path: string, xml: string): Promise<ZipEntry> {
  const { content, facts } = await deflatedPiece(xml, nothingPacked, { last: true, level: 0 });
  return { path, content: [content], facts: () => facts };
}

const wholeEntries = (parts: Readonly<Record<string, string>>): Promise<readonly ZipEntry[]> =>
  Promise.all(Object.entries(parts).map(([path, xml]) => wholeEntry(path, xml)));

/** A part of a table as it is placed in the archive. */
export const placedTable = (table: SheetTable, part: number, number: number, last: number): PlacedSheet => ({
  name: tabName(table, part),
  number,
  tab: table.tab,
  headed: true,
  filtered: filteredCells(table, last),
  charts: [],
});

/** A page with its charts, after the sheets that were placed before it. */
export async function pageEntries(sheet: PageSheet, placed: readonly PlacedSheet[]) {
  const page = sheet.page();
  const name = tabName(sheet);
  const number = placed.length + 1;
  const before = placed.flatMap(({ charts }) => charts).length;
  const charts = page.charts.map((_, index) => before + index + 1);
  const entry: PlacedSheet = { name, number, tab: sheet.tab, headed: false, charts };
  const entries = await wholeEntries({
    [sheetPath(number)]: pageXml(page, sheet.tab === 1),
    ...drawingRelations(entry),
    ...(charts.length > 0 && { [drawingPath(number)]: drawingXml(page.charts) }),
    ...Object.fromEntries(
      page.charts.map((chart, index) => [chartPath(before + index + 1), chartXml(name, page, chart)]),
    ),
  });
  return { placed: entry, entries };
}

/** Everything that stands in a workbook besides its sheets. */
export function closingEntries(placed: readonly PlacedSheet[]): Promise<readonly ZipEntry[]> {
  const tabs = placed.toSorted((one, other) => one.tab - other.tab || one.number - other.number);
  return wholeEntries({
    'xl/styles.xml': styles(),
    'xl/workbook.xml': workbook(tabs),
    'xl/_rels/workbook.xml.rels': workbookRelations(tabs),
    '_rels/.rels': rootRelations(),
    '[Content_Types].xml': contentTypes(tabs),
  });
}
