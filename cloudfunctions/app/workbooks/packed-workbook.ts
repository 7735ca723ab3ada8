import { type PackedSheet, packTable } from './pack-table';
import { rowSource } from './row-source';
import type { PageSheet, Sheet, SheetTable } from './sheet';
import { closingEntries, excelRowLimit, type PlacedSheet, pageEntries, placedTable } from './workbook-entries';
import { sheetPath } from './workbook-parts';
import { type ZipEntry, zipBytes, zipStream } from './zip-stream';

/** A table whose parts were all written: its sheets, and the parts one after the other, read once. */
export interface FinishedTable {
  readonly table: SheetTable;
  readonly sheets: readonly PackedSheet[];
  readonly parts: () => AsyncIterable<Uint8Array>;
}

/** A workbook of a length that is known before it is read. */
export interface PackedWorkbook {
  readonly bytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * The workbook of tables whose parts were written before, and of small sheets that are written now and held in memory. The parts
 * flow through once, table by table.
 */
export async function packedWorkbook(
  tables: readonly FinishedTable[],
  small: readonly (Sheet | PageSheet)[],
  rowLimit = excelRowLimit,
): Promise<PackedWorkbook> {
  const placed: PlacedSheet[] = [];
  const entries: ZipEntry[] = [];
  const addTable = ({ table, sheets, parts }: FinishedTable) => {
    const cut = cutter(parts);
    for (const [index, facts] of sheets.entries()) {
      const number = placed.length + 1;
      placed.push(placedTable(table, index + 1, number, facts.last));
      entries.push({ path: sheetPath(number), content: cut(facts.packed), facts: () => facts });
    }
  };
  for (const table of tables) addTable(table);
  for (const sheet of small) {
    if ('page' in sheet) {
      const page = await pageEntries(sheet, placed);
      placed.push(page.placed);
      entries.push(...page.entries);
    } else addTable(await inMemory(sheet, rowLimit));
  }
  entries.push(...(await closingEntries(placed)));
  const bytes = zipBytes(entries.map(({ path, facts }) => ({ path, facts: facts() })));
  return { bytes, content: zipStream(entries) };
}

async function inMemory(sheet: Sheet, rowLimit: number): Promise<FinishedTable> {
  const packed = packTable(sheet, [], rowLimit);
  const source = rowSource(sheet.rows);
  for (let rows = await source.take(1_000); rows.length > 0; rows = await source.take(1_000)) await packed.add(rows);
  packed.end();
  const content = await packed.part();
  return {
    table: sheet,
    sheets: packed.sheets(),
    parts: async function* () {
      yield content;
    },
  };
}

/** Cuts one stream into pieces of given lengths, to be read one after the other. */
function cutter(parts: () => AsyncIterable<Uint8Array>): (bytes: number) => AsyncIterable<Uint8Array> {
  let chunks: AsyncIterator<Uint8Array> | undefined;
  let held: Uint8Array = new Uint8Array();
  return async function* (bytes) {
    chunks ??= parts()[Symbol.asyncIterator]();
    let missing = bytes;
    while (missing > 0) {
      if (held.length === 0) {
        const next = await chunks.next();
        if (next.done) throw new Error('a part of a workbook is shorter than was noted');
        held = next.value;
      }
      const piece = held.subarray(0, missing);
      held = held.subarray(piece.length);
      missing -= piece.length;
      if (piece.length > 0) yield piece;
    }
  };
}
