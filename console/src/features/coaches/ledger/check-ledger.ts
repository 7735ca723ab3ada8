import type { LedgerLine } from '@tongcheng/shared/coaches/ledger/cell';
import type { LedgerColumn } from '@tongcheng/shared/coaches/ledger/column-texts';
import { headerIn, type LedgerHeader } from '@tongcheng/shared/coaches/ledger/columns';
import { readLedgerRow } from '@tongcheng/shared/coaches/ledger/read-row';
import type { RowProblem } from '@tongcheng/shared/coaches/ledger/row-problems';
import type { LedgerEntry } from '@tongcheng/shared/coaches/ledger/wire';
import type { Day } from '@tongcheng/shared/time';
import type { LedgerNotice } from './reading/ledger-refused';
import { LedgerRefused } from './reading/ledger-refused';
import { readLedgerFile } from './reading/read-ledger-file';

/** A row that could not be taken, with its cells, so that it can be corrected where it is shown. */
export interface BadLedgerRow {
  readonly line: LedgerLine;
  readonly problems: readonly RowProblem[];
}

/** A row that can be filed, numbered as in the file. */
export interface GoodRow extends LedgerEntry {
  readonly row: number;
}

/** A ledger that was read to its end. */
export interface CheckedLedger {
  readonly header: LedgerHeader;
  readonly good: readonly GoodRow[];
  readonly bad: readonly BadLedgerRow[];
  readonly notices: readonly LedgerNotice[];
  /** Headings that mean nothing here. */
  readonly unknown: readonly string[];
}

/** Thrown where no row is a header; `missing` are the needed columns that the likeliest row lacks. */
export class HeaderMissing extends LedgerRefused {
  constructor(readonly missing: readonly LedgerColumn[]) {
    super('no-header');
  }
}

/** Titles and notes stand above the header of many ledgers. */
const rowsAboveHeader = 10;
const rowsBetweenReports = 500;

/** Reads and checks a ledger's file; nothing is sent. `onProgress` is told how many rows were read; `today` decides which departures can have been. */
export async function checkLedger(file: Blob, today: Day, onProgress: (rows: number) => void): Promise<CheckedLedger> {
  const { lines, notices } = await readLedgerFile(file);
  const [good, bad]: [GoodRow[], BadLedgerRow[]] = [[], []];
  let [header, unknown]: [LedgerHeader | undefined, readonly string[]] = [undefined, []];
  let missing: readonly LedgerColumn[] | undefined;
  let seen = 0;
  for await (const line of lines) {
    seen += 1;
    if (seen % rowsBetweenReports === 0) onProgress(seen);
    if (header) {
      sortRow(line, header, today, { good, bad });
      continue;
    }
    const found = headerIn(line.cells);
    if (found.ok) [header, unknown] = [found.header, found.unknown];
    else if (missing === undefined || found.missing.length < missing.length) missing = found.missing;
    if (!header && seen >= rowsAboveHeader) break;
  }
  onProgress(seen);
  if (!header) throw missing === undefined ? new LedgerRefused('empty') : new HeaderMissing(missing);
  return { header, good, bad, notices, unknown };
}

function sortRow(
  line: LedgerLine,
  header: LedgerHeader,
  today: Day,
  to: { good: GoodRow[]; bad: BadLedgerRow[] },
): void {
  const read = readLedgerRow(line, header, today);
  if (read.is === 'entry') to.good.push({ ...read.entry, row: line.row });
  if (read.is === 'bad') to.bad.push({ line, problems: read.problems });
}
