import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { rowSource } from './row-source';
import type { Sheet } from './sheet';
import { sheetXml } from './sheet-xml';
import {
  contentTypes,
  rootRelations,
  sheetPath,
  styles,
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

/**
 * An XLSX workbook as a stream. Sheets are written in the order given and shown in the order of their tabs; one that
 * exceeds `rowLimit` rows (heading included) goes on in further sheets. The same sheets give the same bytes; memory holds a
 * batch of rows whatever the size; nothing is read faster than the stream is. A failure of `rows` destroys the stream.
 */
export function writeWorkbook(sheets: readonly Sheet[], rowLimit = excelRowLimit): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  const broken = (cause: unknown) => output.destroy(cause instanceof Error ? cause : new Error(String(cause)));
  zip.on('error', broken);
  fill(zip, sheets, rowLimit, output).catch(broken);
  return output;
}

async function fill(zip: ZipFile, sheets: readonly Sheet[], rowLimit: number, output: Readable): Promise<void> {
  const written: (WrittenSheet & { readonly tab: number })[] = [];
  for (const sheet of sheets) {
    for (const name of await writeSheet(zip, sheet, rowLimit, written.length, output)) {
      written.push({ name, number: written.length + 1, tab: sheet.tab });
    }
  }
  const tabs = written.toSorted((one, other) => one.tab - other.tab || one.number - other.number);
  const parts = {
    'xl/styles.xml': styles(),
    'xl/workbook.xml': workbook(tabs),
    'xl/_rels/workbook.xml.rels': workbookRelations(tabs),
    '_rels/.rels': rootRelations(),
    '[Content_Types].xml': contentTypes(tabs),
  };
  for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), path, everyEntry);
  zip.end();
}

async function writeSheet(zip: ZipFile, sheet: Sheet, rowLimit: number, before: number, output: Readable) {
  const source = rowSource(sheet.rows);
  const names: string[] = [];
  try {
    do {
      const xml = Readable.from(sheetXml(sheet, source, rowLimit), { objectMode: false });
      output.once('close', () => xml.destroy());
      zip.addReadStream(xml, sheetPath(before + names.length + 1), everyEntry);
      names.push(tabName(sheet, names.length + 1));
      await finished(xml);
    } while (await source.more());
  } finally {
    await source.stop();
  }
  return names;
}

const tabName = ({ name }: Sheet, part: number) => `${name.zh} ${name.en}${part > 1 ? ` (${part})` : ''}`;
