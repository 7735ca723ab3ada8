import { Readable } from 'node:stream';
import { deflatedPiece, nothingPacked } from './deflated';
import { rowSource } from './row-source';
import type { PageSheet, Sheet } from './sheet';
import { sheetXml } from './sheet-xml';
import { closingEntries, excelRowLimit, type PlacedSheet, pageEntries, placedTable } from './workbook-entries';
import { sheetPath } from './workbook-parts';
import { type ZipEntry, zipStream } from './zip-stream';

/** The media type of an XLSX workbook. */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * An XLSX workbook as a stream. Sheets are written in the order given and shown in the order of their tabs; a table that
 * exceeds `rowLimit` rows (heading included) goes on in further sheets. The same sheets give the same bytes; memory holds a
 * batch of rows whatever the size; nothing is read faster than the stream is. A failure of `rows` destroys the stream.
 */
export const writeWorkbook = (sheets: readonly (Sheet | PageSheet)[], rowLimit = excelRowLimit): Readable =>
  Readable.from(zipStream(entriesOf(sheets, rowLimit)), { objectMode: false });

async function* entriesOf(sheets: readonly (Sheet | PageSheet)[], rowLimit: number): AsyncGenerator<ZipEntry> {
  const placed: PlacedSheet[] = [];
  for (const sheet of sheets) {
    if ('page' in sheet) {
      const page = await pageEntries(sheet, placed);
      placed.push(page.placed);
      yield* page.entries;
    } else yield* tableEntries(sheet, rowLimit, placed);
  }
  yield* await closingEntries(placed);
}

async function* tableEntries(sheet: Sheet, rowLimit: number, placed: PlacedSheet[]): AsyncGenerator<ZipEntry> {
  const source = rowSource(sheet.rows);
  try {
    for (let part = 1; part === 1 || (await source.more()); part += 1) {
      const number = placed.length + 1;
      const written = { facts: nothingPacked, last: 1 };
      const pieces = sheetXml(sheet, source, rowLimit, sheet.tab === 1 && part === 1);
      yield { path: sheetPath(number), content: deflated(pieces, written), facts: () => written.facts };
      placed.push(placedTable(sheet, part, number, written.last));
    }
  } finally {
    await source.stop();
  }
}

async function* deflated(
  pieces: AsyncGenerator<string, number>,
  written: { facts: typeof nothingPacked; last: number },
) {
  const packed = async (text: string, last: boolean) => {
    const piece = await deflatedPiece(text, written.facts, { last });
    written.facts = piece.facts;
    return piece.content;
  };
  for (;;) {
    const next = await pieces.next();
    if (next.done) {
      written.last = next.value;
      yield await packed('', true);
      return;
    }
    yield await packed(next.value, false);
  }
}
