import { plainText } from '../../typed-text';
import type { LedgerCell, LedgerLine } from './cell';
import type { LedgerColumn } from './column-texts';
import type { LedgerHeader } from './columns';
import type { RowProblem } from './row-problems';

/** The cells of a row by their columns, with what is wrong with them gathered on the way. */
export interface RowCells {
  readonly problems: readonly RowProblem[];
  readonly wrong: (problem: RowProblem) => undefined;
  readonly cell: (column: LedgerColumn) => LedgerCell | undefined;
  /** As text; empty where nothing is written. A number that lost digits is noticed here. */
  readonly text: (column: LedgerColumn) => string;
}

/** Excel keeps fifteen digits of a number; a figure written with its power of ten lost the rest. */
const mostDigits = 1e15;
const withPower = /^\d(?:\.\d+)?E\+?\d+$/i;

/** Reads a row by its header. */
export function rowCells(line: LedgerLine, header: LedgerHeader): RowCells {
  const problems: RowProblem[] = [];
  const wrong = (problem: RowProblem) => {
    problems.push(problem);
    return undefined;
  };
  const cell = (column: LedgerColumn) => {
    const index = header.get(column);
    return index === undefined ? undefined : line.cells[index];
  };
  const text = (column: LedgerColumn): string => {
    const found = cell(column);
    if (!found) return '';
    if (found.is === 'unreadable') wrong({ column, is: 'unreadable', why: found.why });
    if (hasLostDigits(found)) wrong({ column, is: 'digits-lost' });
    else if (found.is === 'text') return plainText(found.text);
    else if (found.is === 'number') return String(found.value);
    return '';
  };
  return { problems, wrong, cell, text };
}

const hasLostDigits = (cell: LedgerCell): boolean =>
  cell.is === 'text' ? withPower.test(cell.text) : cell.is === 'number' && Math.abs(cell.value) >= mostDigits;
