import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { PageSheet, Sheet, SheetRow } from '../../workbooks/sheet';
import type { Form, ReportPlan } from '../records';
import type { RowSpool } from '../row-spool';
import type { ReportContent } from '../subjects/subject';
import { frontColumns, incompleteColumns, journeyColumns, refusalColumns, summaryColumns } from './columns';
import { noCounts, type ReportCounts } from './counts';
import { frontRows } from './front-rows';
import { journeyRows } from './journey-rows';
import { overviewPage } from './overview-page';
import { noOverview } from './overview-sums';
import type { ReportSource } from './source';
import { openSummary } from './summary';
import { venueCells } from './venue-cells';

const front = { name: { zh: '说明', en: 'About' }, tab: 2, columns: frontColumns };

/** Number and name of a person stay in sight, and every column can be filtered. */
const searched = { filter: true, frozenColumns: 2 };

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
  const overview = noOverview();
  const journeys = journeyRows({ source, plan, venues: venueCells(source), summary, overview, ...spools, counts });
  const sheets: readonly (Sheet | PageSheet)[] = [
    { name: { zh: '乘客行程', en: 'Journeys' }, tab: 3, columns: journeyColumns, rows: journeys, ...searched },
    { name: { zh: '汇总', en: 'Summary' }, tab: 4, columns: summaryColumns, rows: later(summary.rows), filter: true },
    {
      name: { zh: '不完整', en: 'Incomplete' },
      tab: 5,
      columns: incompleteColumns,
      rows: spools.incomplete.rows(),
      ...searched,
    },
    {
      name: { zh: '拒乘', en: 'Refusals' },
      tab: 6,
      columns: refusalColumns,
      rows: spools.refused.rows(),
      ...searched,
    },
    { ...front, rows: later(() => frontRows(plan, form, settings, counts)) },
    {
      name: { zh: '概览', en: 'Overview' },
      tab: 1,
      page: () => overviewPage(plan, form, settings, counts, overview),
    },
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
