import { type DeflatedPiece, deflatedPiece, nothingPacked, pieceLength } from './deflated';
import type { SheetRow, SheetTable } from './sheet';
import { tableXml } from './sheet-xml';
import type { PackedFacts } from './zip-stream';

/** A sheet of a table as far as it was written; `last` is its last row. */
export interface PackedSheet extends PackedFacts {
  readonly last: number;
}

/** A table that is written part by part, by one process or by several one after the other; in memory is what was not taken yet. */
export interface PackedTable {
  /** Adds rows; those beyond the row limit go on in a further sheet. */
  add(rows: readonly SheetRow[]): Promise<void>;
  /** Ends a part: everything so far, for its place after the parts before. */
  part(): Promise<Buffer>;
  /** Ends the table; then comes its last part. */
  end(): void;
  /** The sheets up to the last part; with them another goes on. */
  sheets(): readonly PackedSheet[];
}

/** A piece that waits to be deflated, and the sheet to which it belongs. */
interface Waiting {
  readonly sheet: number;
  readonly text: string;
  readonly last: boolean;
}

/** Goes on with a table after the parts that `before` tells of; the same rows and parts give the same bytes, whoever made which. */
export function packTable(table: SheetTable, before: readonly PackedSheet[], rowLimit: number): PackedTable {
  const write = tableXml(table);
  const sheets = [...before];
  const waiting: Waiting[] = [];
  const taken: Buffer[] = [];
  let held = '';
  let under: Promise<void> = Promise.resolve();
  const current = () => sheets.length - 1;
  const cut = (last: boolean) => {
    if (held === '') return;
    waiting.push({ sheet: current(), text: held, last });
    held = '';
  };
  const open = () => {
    sheets.push({ ...nothingPacked, last: 1 });
    held += write.opening(table.tab === 1 && sheets.length === 1);
  };
  const close = () => {
    held += write.closing(sheets[current()]?.last ?? 1);
    cut(true);
  };
  const keep = (sheet: number, { content, facts }: DeflatedPiece) => {
    taken.push(content);
    sheets[sheet] = { ...facts, last: sheets[sheet]?.last ?? 1 };
  };
  const deflateAll = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { sheet, text, last } = next;
      keep(sheet, await deflatedPiece(text, sheets[sheet] ?? nothingPacked, { last }));
    }
  };
  const addRow = (row: SheetRow) => {
    if (sheets.length === 0) open();
    if ((sheets[current()]?.last ?? 1) >= rowLimit) {
      close();
      open();
    }
    const sheet = sheets[current()] ?? { ...nothingPacked, last: 1 };
    const last = sheet.last + 1;
    sheets[current()] = { ...sheet, last };
    held += write.row(row, last);
    if (held.length >= pieceLength) cut(false);
  };
  return {
    add: async (rows) => {
      for (const row of rows) addRow(row);
      // The pieces of one batch are deflated while the next is read.
      await under;
      under = deflateAll();
    },
    part: async () => {
      cut(false);
      await under;
      await deflateAll();
      return Buffer.concat(taken.splice(0));
    },
    end: () => {
      if (sheets.length === 0) open();
      close();
    },
    sheets: () => [...sheets],
  };
}
