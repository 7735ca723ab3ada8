import type { LedgerLine } from '@tongcheng/shared/coaches/ledger/cell';
import { openArchive } from './archive';
import type { LedgerNotice } from './ledger-refused';
import { LedgerRefused } from './ledger-refused';
import { mergeFiller, readMerges } from './merged-cells';
import { sheetRows } from './sheet-rows';
import { readParts } from './workbook-parts';

/**
 * The rows of a workbook's first sheet that is shown (XLSX, ECMA-376). Macros are never run, hidden and further sheets never read; `notices` says so
 * when the last row was given.
 */
export async function* readWorkbook(file: Blob, notices: LedgerNotice[]): AsyncGenerator<LedgerLine> {
  const archive = await openArchive(file);
  const parts = await readParts(archive);
  const [sheet, ...further] = parts.sheets.filter(({ hidden }) => !hidden);
  if (!sheet) throw new LedgerRefused('empty');
  const merges = await readMerges(archive.pieces(sheet.path));
  let [formulas, filled] = [0, 0];
  const fill = mergeFiller(merges, () => {
    filled += 1;
  });
  const rows = sheetRows(archive.pieces(sheet.path), parts, () => {
    formulas += 1;
  });
  for await (const { row, cells } of rows) {
    fill(row, cells);
    yield { row, cells };
  }
  if (parts.macros) notices.push({ is: 'macros' });
  for (const { name, hidden } of parts.sheets) if (hidden) notices.push({ is: 'hidden-sheet', name });
  for (const { name } of further) notices.push({ is: 'further-sheet', name });
  if (formulas > 0) notices.push({ is: 'formulas', count: formulas });
  if (filled > 0) notices.push({ is: 'merged-down', count: filled });
}
