import { columnTexts, ledgerColumns } from '@tongcheng/shared/coaches/ledger/column-texts';
import type { LedgerHeader } from '@tongcheng/shared/coaches/ledger/columns';
import { problemText } from '@tongcheng/shared/coaches/ledger/row-problems';
import { csvText } from '@tongcheng/shared/csv';
import type { Text } from '@tongcheng/shared/text';
import type { Say } from '../../../ui/language';
import type { BadLedgerRow } from './check-ledger';
import { writtenText } from './correct-row';

/** Spreadsheet programs calculate what begins so; this shows it. */
const inert = (cell: string): string => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell);

const link = (csv: string): string => `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${csv}`)}`;

/** The template: the headings of all columns. */
export const templateLink = (say: Say): string =>
  link(csvText([ledgerColumns.map((column) => say(columnTexts[column]))]));

/** Bad rows with number and reasons before their cells, to be mended in a spreadsheet and imported again. */
export function badRowsLink(rows: readonly BadLedgerRow[], header: LedgerHeader, problem: Text, say: Say): string {
  const columns = ledgerColumns.filter((column) => header.has(column));
  const lines = rows.map(({ line, problems }) => [
    ...[String(line.row), problems.map((each) => say(problemText(each))).join(' ')],
    ...columns.map((column) => writtenText(line.cells[header.get(column) ?? -1])),
  ]);
  return link(
    csvText([
      ['#', say(problem), ...columns.map((column) => say(columnTexts[column]))],
      ...lines.map((line) => line.map(inert)),
    ]),
  );
}
