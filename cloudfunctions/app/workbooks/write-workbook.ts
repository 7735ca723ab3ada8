import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { chartXml, drawingXml } from './chart-xml';
import { pageXml } from './page-xml';
import { rowSource } from './row-source';
import { type PageSheet, type Sheet, tabName } from './sheet';
import { filteredCells, sheetXml } from './sheet-xml';
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

/** What Excel can show of one sheet. */
const excelRowLimit = 1_048_576;

/** The media type of an XLSX workbook. */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The same in every time zone and year: ZIP keeps local time, and the bytes of a report must not depend on where it is formed. */
const everyEntry = { mtime: new Date(2020, 0, 1), mode: 0o100644, forceDosTimestamp: true, compressionLevel: 3 };

/** What is written, and what of it already was. */
interface Writing {
  readonly zip: ZipFile;
  readonly output: Readable;
  readonly rowLimit: number;
  readonly written: (WrittenSheet & { readonly tab: number })[];
}

/**
 * An XLSX workbook as a stream. Sheets are written in the order given and shown in the order of their tabs; a table that
 * exceeds `rowLimit` rows (heading included) goes on in further sheets. The same sheets give the same bytes; memory holds a
 * batch of rows whatever the size; nothing is read faster than the stream is. A failure of `rows` destroys the stream.
 */
export function writeWorkbook(sheets: readonly (Sheet | PageSheet)[], rowLimit = excelRowLimit): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  const broken = (cause: unknown) => output.destroy(cause instanceof Error ? cause : new Error(String(cause)));
  zip.on('error', broken);
  fill({ zip, output, rowLimit, written: [] }, sheets).catch(broken);
  return output;
}

async function fill(writing: Writing, sheets: readonly (Sheet | PageSheet)[]): Promise<void> {
  const { zip, written } = writing;
  for (const sheet of sheets) {
    if ('page' in sheet) writePage(writing, sheet);
    else await writeTable(writing, sheet);
  }
  const tabs = written.toSorted((one, other) => one.tab - other.tab || one.number - other.number);
  addParts(zip, {
    'xl/styles.xml': styles(),
    'xl/workbook.xml': workbook(tabs),
    'xl/_rels/workbook.xml.rels': workbookRelations(tabs),
    '_rels/.rels': rootRelations(),
    '[Content_Types].xml': contentTypes(tabs),
  });
  zip.end();
}

function addParts(zip: ZipFile, parts: Readonly<Record<string, string>>): void {
  for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), path, everyEntry);
}

async function writeTable({ zip, output, rowLimit, written }: Writing, sheet: Sheet): Promise<void> {
  const source = rowSource(sheet.rows);
  try {
    for (let part = 1; part === 1 || (await source.more()); part += 1) {
      const number = written.length + 1;
      const end = { row: 1 };
      const lines = sheetXml(sheet, source, rowLimit, sheet.tab === 1 && part === 1);
      const xml = Readable.from(untilTheEnd(lines, end), { objectMode: false });
      output.once('close', () => xml.destroy());
      zip.addReadStream(xml, sheetPath(number), everyEntry);
      await finished(xml);
      const filtered = filteredCells(sheet, end.row);
      written.push({ name: tabName(sheet, part), number, tab: sheet.tab, headed: true, filtered, charts: [] });
    }
  } finally {
    await source.stop();
  }
}

async function* untilTheEnd(lines: AsyncGenerator<string, number>, end: { row: number }): AsyncGenerator<string> {
  end.row = yield* lines;
}

function writePage({ zip, written }: Writing, sheet: PageSheet): void {
  const page = sheet.page();
  const name = tabName(sheet);
  const number = written.length + 1;
  const before = written.flatMap(({ charts }) => charts).length;
  const charts = page.charts.map((_, index) => before + index + 1);
  const entry = { name, number, tab: sheet.tab, headed: false, charts };
  addParts(zip, {
    [sheetPath(number)]: pageXml(page, sheet.tab === 1),
    ...drawingRelations(entry),
    ...(charts.length > 0 && { [drawingPath(number)]: drawingXml(page.charts) }),
    ...Object.fromEntries(
      page.charts.map((chart, index) => [chartPath(before + index + 1), chartXml(name, page, chart)]),
    ),
  });
  written.push(entry);
}
