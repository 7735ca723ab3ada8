import { foldWidth } from '../../typed-text';
import type { LedgerCell } from './cell';
import { columnTexts, type LedgerColumn, ledgerColumns, otherHeadings } from './column-texts';

/** Without these a row says neither who rode nor where. */
const neededColumns = [
  'departsAt',
  'plate',
  'destination',
  'name',
  'documentNumber',
] as const satisfies readonly LedgerColumn[];

/** Which column of the file is which of the template; those that the file does not have are absent. */
export type LedgerHeader = ReadonlyMap<LedgerColumn, number>;

/** What came of looking for the header in a row. */
export type HeaderFound =
  | { readonly ok: true; readonly header: LedgerHeader; readonly unknown: readonly string[] }
  | { readonly ok: false; readonly missing: readonly LedgerColumn[] };

/** Headings as they are compared: without width, case, blanks, and what stands in brackets or behind a star. */
const plainHeading = (heading: string): string =>
  foldWidth(heading)
    .toLowerCase()
    .replace(/\([^)]*\)|[\s*:_-]/g, '');

const columnByHeading: ReadonlyMap<string, LedgerColumn> = new Map(
  ledgerColumns.flatMap((column) =>
    [columnTexts[column].zh, columnTexts[column].en, column, ...otherHeadings[column]].map(
      (heading) => [plainHeading(heading), column] as const,
    ),
  ),
);

/** Reads a row as the header of a ledger. A heading that stands twice counts where it stands first; unknown ones are told. */
export function headerIn(cells: readonly (LedgerCell | undefined)[]): HeaderFound {
  const header = new Map<LedgerColumn, number>();
  const unknown: string[] = [];
  for (const [index, cell] of cells.entries()) {
    if (cell?.is !== 'text') continue;
    const column = columnByHeading.get(plainHeading(cell.text));
    if (column === undefined) unknown.push(cell.text);
    else if (!header.has(column)) header.set(column, index);
  }
  const missing = neededColumns.filter((column) => !header.has(column));
  return missing.length === 0 ? { ok: true, header, unknown } : { ok: false, missing };
}
