import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import type { ObjectStore } from '../../ports/object-store';
import type { Cell } from '../workbooks/cell-xml';
import type { SheetRow } from '../workbooks/sheet';
import { inBatches } from './content/in-batches';

/** Rows put aside while another sheet is written, and read back once; on the object store, so that memory stays bounded. */
export interface RowSpool {
  write(rows: readonly SheetRow[]): Promise<void>;
  /** Ends the writing and reads all rows in order. */
  rows(): AsyncIterable<readonly SheetRow[]>;
  /** Lets go of the rows; never fails. */
  discard(): Promise<void>;
}

/** The spools that a report may fill. */
export type SpoolName = 'incomplete' | 'refused';

/** A spool under one key of the object store. */
export function openRowSpool(objects: ObjectStore, key: string): RowSpool {
  const lines = new PassThrough();
  const stored = objects.put(key, lines, 'application/x-ndjson');
  stored.catch((cause: unknown) => lines.destroy(cause instanceof Error ? cause : undefined));
  lines.on('error', () => undefined);
  return {
    write: async (rows) => {
      if (rows.length === 0) return;
      const more = lines.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      if (!more) await Promise.race([once(lines, 'drain'), stored]);
    },
    rows: async function* () {
      lines.end();
      await stored;
      const input = await objects.get(key);
      for await (const batch of inBatches(createInterface({ input }), 200)) yield batch.map(parsedRow);
    },
    discard: async () => {
      lines.destroy();
      await stored.catch(() => undefined);
      await objects.delete(key).catch(() => undefined);
    },
  };
}

function parsedRow(line: string): SheetRow {
  const cells: unknown = JSON.parse(line);
  if (!Array.isArray(cells)) throw new Error('a spooled row is not a row');
  return cells.map(parsedCell);
}

function parsedCell(cell: unknown): Cell {
  if (typeof cell === 'string' || typeof cell === 'number') return cell;
  if (typeof cell !== 'object' || cell === null) return undefined;
  if ('at' in cell && typeof cell.at === 'number') return { at: cell.at };
  return 'day' in cell && typeof cell.day === 'string' ? { day: cell.day } : undefined;
}
