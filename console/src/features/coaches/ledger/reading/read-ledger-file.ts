import type { LedgerLine } from '@tongcheng/shared/coaches/ledger/cell';
import type { LedgerNotice } from './ledger-refused';
import { LedgerRefused } from './ledger-refused';
import { ledgerLimits } from './limits';
import { readWorkbook } from './read-workbook';
import { textPieces } from './text-pieces';
import { textRows } from './text-rows';

/** The rows of a ledger's file; `notices` is whole when the last row was given. */
export interface LedgerFile {
  readonly lines: AsyncIterable<LedgerLine>;
  readonly notices: readonly LedgerNotice[];
}

/** First bytes of a ZIP archive, and of the container that old workbooks and locked ones are. */
const zip = [0x50, 0x4b];
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Opens a ledger 台账 by what it holds, whatever its name says: XLSX, or a table in plain text. Read in bounded memory from the disk; what cannot be read
 * throws {@link LedgerRefused}, here or on the way.
 */
export async function readLedgerFile(file: Blob): Promise<LedgerFile> {
  if (file.size > ledgerLimits.fileBytes) throw new LedgerRefused('too-large');
  if (file.size === 0) throw new LedgerRefused('empty');
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  const begins = (bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);
  const notices: LedgerNotice[] = [];
  if (begins(compoundFile)) throw new LedgerRefused((await isLocked(file)) ? 'locked' : 'old-format');
  if (begins(zip)) return { lines: readWorkbook(file, notices), notices };
  return { lines: textRows(textPieces(file)), notices };
}

/** A workbook with a password is a container with a stream of that name, written in UTF-16. */
async function isLocked(file: Blob): Promise<boolean> {
  const name = Array.from('EncryptedPackage', (letter) => `${letter}\0`).join('');
  for (let from = 0; from < Math.min(file.size, 4_000_000); from += 1_000_000) {
    const text = new TextDecoder('latin1').decode(await file.slice(from, from + 1_000_100).arrayBuffer());
    if (text.includes(name)) return true;
  }
  return false;
}
