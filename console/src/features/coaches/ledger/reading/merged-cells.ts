import type { LedgerCell } from '@tongcheng/shared/coaches/ledger/cell';
import { LedgerRefused } from './ledger-refused';
import { ledgerLimits } from './limits';

/** Cells that a sheet shows as one. */
interface Merge {
  readonly column: number;
  readonly lastColumn: number;
  readonly row: number;
  readonly lastRow: number;
}

/** As every program writes it; within texts and attributes there is no `<`. */
const mergeTag = /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?"[^<>]*>/g;
const longestTag = 300;

/** Merged cells of a sheet. They stand behind its rows, which for them alone are searched, not parsed: it takes a third of the time. */
export async function readMerges(pieces: AsyncIterable<Uint8Array>): Promise<readonly Merge[]> {
  const merges: Merge[] = [];
  const decoder = new TextDecoder('latin1');
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + decoder.decode(piece);
    let end = 0;
    for (const found of text.matchAll(mergeTag)) {
      if (merges.length >= ledgerLimits.merges) throw new LedgerRefused('too-large');
      const [tag, from = '', row, to = from, lastRow = row] = found;
      merges.push({ column: columnOf(from), lastColumn: columnOf(to), row: Number(row), lastRow: Number(lastRow) });
      end = found.index + tag.length;
    }
    rest = text.slice(Math.max(end, text.length - longestTag));
  }
  return merges.sort((one, other) => one.row - other.row);
}

/**
 * Fills what merged cells leave empty, row after row: one value for several rows, as plates and times stand in ledgers, holds in each of them;
 * one across columns belongs to nobody knows which, so that these cells say nothing.
 */
export function mergeFiller(merges: readonly Merge[], onFilled: () => void) {
  let next = 0;
  let living: { readonly merge: Merge; readonly value: LedgerCell | undefined }[] = [];
  return (row: number, cells: (LedgerCell | undefined)[]): void => {
    living = living.filter(({ merge }) => merge.lastRow >= row);
    for (; (merges[next]?.row ?? Number.POSITIVE_INFINITY) <= row; next += 1) {
      const merge = merges[next];
      if (merge && merge.lastRow >= row)
        living.push({ merge, value: merge.row === row ? cells[merge.column] : undefined });
    }
    for (const { merge, value } of living) {
      if (merge.lastColumn > merge.column) blankOut(merge, cells);
      else if (merge.row < row) {
        if (value && !cells[merge.column]) onFilled();
        cells[merge.column] ??= value;
      }
    }
  };
}

function blankOut({ column, lastColumn }: Merge, cells: (LedgerCell | undefined)[]): void {
  const last = Math.min(lastColumn, ledgerLimits.columns - 1);
  for (let at = column; at <= last; at += 1) cells[at] = { is: 'unreadable', why: 'merged-across' };
}

/** The number of a column, A being 0; -1 for what is no column. */
export function columnOf(letters: string): number {
  if (!/^[A-Z]{1,3}$/.test(letters)) return -1;
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
