import type { ReportKey } from '@tongcheng/shared/reports/report-key';
import type { SubjectFacts } from '@tongcheng/shared/reports/subjects';
import type { Day, Instant } from '@tongcheng/shared/time';
import type { ScopeSettings } from '../../venues/scope-of';
import type { PageSheet, Sheet } from '../../workbooks/sheet';
import type { FormingNeeds } from '../forming/needs';
import type { Form, ReportPlan } from '../records';
import type { RowSpool, SpoolName } from '../row-spool';

/** What is told of a report wherever it is listed; complete when its last sheet was written. */
export interface ReportSums {
  readonly rows: number;
  readonly riders: number;
  readonly incomplete: number;
  /** People turned away, where the subject knows of any such thing. */
  readonly refused?: number;
}

/** The sheets of one form of a version, in the order of writing, and its sums. Nothing is read before the workbook is. */
export interface ReportContent {
  readonly sheets: readonly (PageSheet | Sheet)[];
  readonly counts: ReportSums;
  /** The key of what it reports was destroyed: it tells nothing but that. */
  readonly dayForgotten: boolean;
}

/** What a version is made of: the same plan gives the same bytes, whoever forms it and however often. */
export interface ContentOrder {
  readonly plan: ReportPlan;
  readonly form: Form;
  readonly scope: ScopeSettings;
  /** Rows that are met while another sheet is written, for each sheet that gathers some. */
  readonly spools: Readonly<Record<SpoolName, RowSpool>>;
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
