import type { ReportPlan } from '../records';
import type { ReportCounts } from './counts';
import type { OverviewSums } from './overview-sums';
import type { ReportSource } from './source';
import type { openSummary } from './summary';
import type { venueCells } from './venue-cells';

/** Where the rows of journeys go besides their own sheet. */
export interface Gathering {
  readonly source: ReportSource;
  readonly plan: ReportPlan;
  readonly venues: ReturnType<typeof venueCells>;
  readonly summary: ReturnType<typeof openSummary>;
  readonly overview: OverviewSums;
  readonly counts: ReportCounts;
}
