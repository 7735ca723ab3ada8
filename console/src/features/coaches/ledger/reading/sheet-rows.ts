import { type LedgerCell, type LedgerLine, momentCell, wallOfSerial } from '@tongcheng/shared/coaches/ledger/cell';
import { truthTexts } from '../texts';
import { LedgerRefused } from './ledger-refused';
import { ledgerLimits } from './limits';
import { columnOf } from './merged-cells';
import type { WorkbookParts } from './workbook-parts';
import { xmlEvents } from './xml-events';

/** What the cells of a sheet need of its workbook. */
type CellContext = Pick<WorkbookParts, 'texts' | 'isMoment' | 'calendar'>;

/** A cell while it is read. */
interface RawCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  text: string;
  isFormula: boolean;
}

/** The rows of a sheet as they stand there, in order; a formula counts as its last result. */
export async function* sheetRows(
  pieces: AsyncIterable<Uint8Array>,
  context: CellContext,
  onFormula: () => void,
): AsyncGenerator<{ readonly row: number; readonly cells: (LedgerCell | undefined)[] }> {
  const gathering = gatherRows(context, onFormula);
  yield* xmlEvents(pieces, gathering.listener, gathering.taken);
}

function gatherRows(context: CellContext, onFormula: () => void) {
  let rows: { row: number; cells: LedgerLine['cells'][number][] }[] = [];
  let [row, count, next, isText, isSound] = [0, 0, 0, false, false];
  let cells: (LedgerCell | undefined)[] = [];
  let cell: RawCell | undefined;
  const opened = (name: string, { r = '', t = 'n', s = '0' }: Readonly<Record<string, string>>) => {
    isText = (name === 'v' || name === 't') && !isSound;
    if (name === 'rPh') isSound = true;
    if (name === 'f' && cell) cell.isFormula = true;
    if (name === 'row') {
      row = /^\d{1,7}$/.test(r) ? Number(r) : row + 1;
      [cells, next] = [[], 0];
    }
    if (name !== 'c') return;
    const column = r === '' ? next : columnOf(r.replace(/\d+$/, ''));
    next = column + 1;
    cell = { column, type: t, style: Number(s), text: '', isFormula: false };
  };
  const closed = (name: string) => {
    if (name === 'v' || name === 't') isText = false;
    if (name === 'rPh') isSound = false;
    if (name === 'c' && cell) {
      if (cell.isFormula) onFormula();
      const read = cell.column >= 0 && cell.column < ledgerLimits.columns ? cellOf(cell, context) : undefined;
      if (read) cells[cell.column] = read;
      cell = undefined;
    }
    if (name !== 'row') return;
    count += 1;
    if (count > ledgerLimits.rows) throw new LedgerRefused('too-many-rows');
    rows.push({ row, cells });
  };
  const text = (more: string) => {
    if (isText && cell && cell.text.length <= ledgerLimits.cellCharacters) cell.text += more;
  };
  const taken = () => {
    const ready = rows;
    rows = [];
    return ready;
  };
  return { listener: { opened, closed, text }, taken };
}

function cellOf({ type, style, text, isFormula }: RawCell, context: CellContext): LedgerCell | undefined {
  switch (type) {
    case 's':
      return textCell(context.texts[Number(text)] ?? '');
    case 'inlineStr':
    case 'str':
      return textCell(text);
    case 'b':
      return textCell((text === '1' ? truthTexts.yes : truthTexts.no).zh);
    case 'd':
      return textCell(text.replace('T', ' '));
    case 'e':
      return { is: 'unreadable', why: 'formula-error' };
    default:
      return numberCell(text, context.isMoment[style] === true, isFormula, context);
  }
}

function numberCell(text: string, isMoment: boolean, isFormula: boolean, { calendar }: CellContext) {
  // A formula that no program has calculated yet says nothing.
  if (text === '') return isFormula ? ({ is: 'unreadable', why: 'formula-error' } as const) : undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) return textCell(text);
  return isMoment
    ? momentCell(value, calendar)
    : ({ is: 'number', value, wallMs: wallOfSerial(value, calendar) } as const);
}

function textCell(text: string): LedgerCell | undefined {
  if (text.length > ledgerLimits.cellCharacters) return { is: 'unreadable', why: 'too-long' };
  const plain = text.trim();
  return plain === '' ? undefined : { is: 'text', text: plain };
}
