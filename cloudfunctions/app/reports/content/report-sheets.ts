import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Sheet, SheetRow } from '../../workbooks/sheet';
import type { Form, ReportPlan } from '../records';
import type { RowSpool } from '../row-spool';
import type { ReportContent } from '../subjects/subject';
import { frontColumns, incompleteColumns, journeyColumns, refusalColumns, summaryColumns } from './columns';
import { noCounts, type ReportCounts } from './counts';
import { frontRows } from './front-rows';
import { journeyRows } from './journey-rows';
import type { ReportSource } from './source';
import { openSummary } from './summary';
import { venueCells } from './venue-cells';

const front = { name: { zh: '说明', en: 'About' }, tab: 1, columns: frontColumns };

/** The sheets of a report of rides, and its counts once they have been written. */
export interface ReportSheets extends ReportContent {
  readonly counts: ReportCounts;
}

/**
 * The sheets in the order of writing: journeys first, then what was gathered on the way, the first tab last. Nothing is
 * read before the workbook is; each sheet's rows can be read once.
 */
export function reportSheets(
  source: ReportSource,
  plan: ReportPlan,
  form: Form,
  settings: CitySettings,
  spools: { readonly incomplete: RowSpool; readonly refused: RowSpool },
): ReportSheets {
  const counts = noCounts();
  const summary = openSummary();
  const journeys = journeyRows({ source, plan, venues: venueCells(source), summary, ...spools, counts });
  const sheets: readonly Sheet[] = [
    { name: { zh: '乘客行程', en: 'Journeys' }, tab: 2, columns: journeyColumns, rows: journeys, filter: true },
    { name: { zh: '汇总', en: 'Summary' }, tab: 3, columns: summaryColumns, rows: later(summary.rows) },
    {
      name: { zh: '不完整', en: 'Incomplete' },
      tab: 4,
      columns: incompleteColumns,
      rows: spools.incomplete.rows(),
      filter: true,
    },
    {
      name: { zh: '拒乘', en: 'Refusals' },
      tab: 5,
      columns: refusalColumns,
      rows: spools.refused.rows(),
      filter: true,
    },
    { ...front, rows: later(() => frontRows(plan, form, settings, counts)) },
  ];
  return { sheets, counts, dayForgotten: false };
}

/** The only sheet of a day whose key was destroyed. */
export const forgottenSheets = (plan: ReportPlan, form: Form, settings: CitySettings): ReportSheets => ({
  sheets: [{ ...front, rows: [frontRows(plan, form, settings, 'forgotten')] }],
  counts: noCounts(),
  dayForgotten: true,
});

/** Rows that are known only when everything before them was written. */
function* later(rows: () => readonly SheetRow[]): Generator<readonly SheetRow[]> {
  yield rows();
}
