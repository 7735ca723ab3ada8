import type { ReportKey } from '@tongcheng/shared/reports/report-key';
import type { SubjectFacts } from '@tongcheng/shared/reports/subjects';
import type { Day, Instant } from '@tongcheng/shared/time';
import type { ScopeSettings } from '../../venues/scope-of';
import type { PageSheet, Sheet } from '../../workbooks/sheet';
import type { FormingNeeds } from '../forming/needs';
import type { Form, ReportPlan } from '../records';
import type { ReportWalk } from './walk';

/** What is told of a report wherever it is listed; complete when its last sheet was written. */
export interface ReportSums {
  readonly rows: number;
  readonly riders: number;
  readonly incomplete: number;
  /** People turned away, where the subject knows of any such thing. */
  readonly refused?: number;
}

/** What one form of a version holds, and its sums, complete when its last sheet was made. Nothing is read before the walk or a sheet is. */
export interface ReportContent {
  /** Small sheets, made in one go after the walk. */
  readonly sheets: readonly (PageSheet | Sheet)[];
  /** Tables that may be large; without them the sheets are all. */
  readonly walk?: ReportWalk;
  readonly counts: ReportSums;
  /** The key of what it reports was destroyed: it tells nothing but that. */
  readonly dayForgotten: boolean;
}

/** What a version is made of: the same plan gives the same bytes, whoever forms it and however often. */
export interface ContentOrder {
  readonly plan: ReportPlan;
  readonly form: Form;
  readonly scope: ScopeSettings;
  /** Riders, or whatever is read at once, in a step of the walk; by default as suits the source. */
  readonly stepSize?: number;
}

/** Where a subject's facts come from. Reads records by when they were recorded, never sums that change. */
export interface SubjectSource {
  /** Days after the period within which its files may be opened; then they are destroyed. */
  readonly keptDays: (scope: ScopeSettings) => number;
  /** The first day of which there are facts, when it is before `latest`; asked once for each city or province. */
  readonly firstDay: (needs: FormingNeeds, scope: ScopeSettings, latest: Day) => Promise<Day>;
  /** Whether anything of the report was recorded within [from, to). */
  readonly anythingNew: (
    needs: Pick<FormingNeeds, 'store'>,
    key: ReportKey,
    from: Instant,
    to: Instant,
  ) => Promise<boolean>;
  /** Puts the access on record (safety rule 9), then gives the sheets. */
  readonly content: (needs: FormingNeeds, order: ContentOrder) => Promise<ReportContent>;
}

/** A subject of reports, whole: what both ends know of it, and where its facts come from. */
export interface ReportSubject extends SubjectFacts, SubjectSource {
  readonly name: string;
}
