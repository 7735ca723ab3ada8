import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { PageSheet, Sheet, SheetRow } from '../../workbooks/sheet';
import type { Form, ReportPlan } from '../records';
import type { ReportContent } from '../subjects/subject';
import type { ReportWalk, StepRows } from '../subjects/walk';
import { refusedWithoutScan } from './add-refusals';
import { frontColumns, incompleteColumns, journeyColumns, refusalColumns, summaryColumns } from './columns';
import { noCounts, type ReportCounts } from './counts';
import { frontRows } from './front-rows';
import type { Gathering } from './gathering';
import { journeyRows } from './journey-rows';
import { overviewPage } from './overview-page';
import { noOverview } from './overview-sums';
import type { ReportSource } from './source';
import { openSummary } from './summary';
import { venueCells } from './venue-cells';
import { keptState, resumeState, type WalkProgress } from './walk-state';

const front = { name: { zh: '说明', en: 'About' }, tab: 2, columns: frontColumns };

/** Number and name of a person stay in sight, and every column can be filtered. */
const searched = { filter: true, frozenColumns: 2 };

const tables = {
  journeys: { name: { zh: '乘客行程', en: 'Journeys' }, tab: 3, columns: journeyColumns, ...searched },
  incomplete: { name: { zh: '不完整', en: 'Incomplete' }, tab: 5, columns: incompleteColumns, ...searched },
  refused: { name: { zh: '拒乘', en: 'Refusals' }, tab: 6, columns: refusalColumns, ...searched },
};

/** The sheets of a report of rides, and its counts once they have been written. */
export interface ReportSheets extends ReportContent {
  readonly counts: ReportCounts;
}

/** What a report of rides holds: riders are walked through once for all tables that name them; the other sheets are sums of it. */
export function reportSheets(source: ReportSource, plan: ReportPlan, form: Form, settings: CitySettings): ReportSheets {
  const counts = noCounts();
  const summary = openSummary();
  const overview = noOverview();
  const sheets: readonly (PageSheet | Sheet)[] = [
    {
      name: { zh: '汇总', en: 'Summary' },
      tab: 4,
      columns: summaryColumns,
      rows: later(summary.rows),
      filter: true,
    },
    { ...front, rows: later(() => frontRows(plan, form, settings, counts)) },
    {
      name: { zh: '概览', en: 'Overview' },
      tab: 1,
      page: () => overviewPage(plan, form, settings, counts, overview),
    },
  ];
  const walk = walkOf({ source, plan, venues: venueCells(source), summary, overview, counts });
  return { sheets, counts, dayForgotten: false, walk };
}

function walkOf(gathering: Gathering): ReportWalk {
  let progress: WalkProgress = { ended: false };
  return {
    tables,
    resume: (state) => {
      progress = resumeState(gathering, state);
    },
    state: () => keptState(gathering, progress),
    steps: async function* (): AsyncGenerator<StepRows> {
      if (progress.ended) return;
      for await (const { last, rows } of journeyRows(gathering, progress.after)) {
        progress = { after: last, ended: false };
        yield rows;
      }
      const refused = await refusedWithoutScan(gathering);
      progress = { ...progress, ended: true };
      yield { refused };
    },
  };
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
