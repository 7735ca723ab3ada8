import type { LedgerCell, LedgerLine } from '@tongcheng/shared/coaches/ledger/cell';
import { type LedgerColumn, ledgerColumns } from '@tongcheng/shared/coaches/ledger/column-texts';
import type { LedgerHeader } from '@tongcheng/shared/coaches/ledger/columns';

/** A header in which every column of the template has a place: those that the file lacks stand behind the others, empty. */
export function wholeHeader(header: LedgerHeader): LedgerHeader {
  const whole = new Map(header);
  let next = Math.max(-1, ...header.values()) + 1_000;
  for (const column of ledgerColumns) {
    if (whole.has(column)) continue;
    whole.set(column, next);
    next += 1;
  }
  return whole;
}

/** A row with another text in one of its columns. */
export function correctedLine(line: LedgerLine, header: LedgerHeader, column: LedgerColumn, text: string): LedgerLine {
  const index = header.get(column);
  if (index === undefined) return line;
  const cells: (LedgerCell | undefined)[] = [...line.cells];
  cells[index] = text.trim() === '' ? undefined : { is: 'text', text };
  return { ...line, cells };
}

/** What stands in a cell, as it is shown to whoever corrects it. */
export function writtenText(cell: LedgerCell | undefined): string {
  if (!cell || cell.is === 'unreadable') return '';
  if (cell.is === 'text') return cell.text;
  if (cell.is === 'number') return String(cell.value);
  const wall = new Date(cell.wallMs).toISOString();
  return cell.timeOfDayMs === undefined ? wall.slice(0, 16).replace('T', ' ') : wall.slice(11, 16);
}
