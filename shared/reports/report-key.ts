import type { ScopeLevel } from '../scope';
import type { Day } from '../time';

/** How long a time one report is of. */
export const reportPeriods = ['day', 'month'] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

/** What one report is of; its versions and forms share it. */
export interface ReportKey {
  /** What is reported, by the name of its subject: `rides`. */
  readonly subject: string;
  readonly level: ScopeLevel;
  /** The city or, at that level, the province. */
  readonly city: string;
  readonly period: ReportPeriod;
  /** The day, or the first day of the month. */
  readonly day: Day;
}

/**
 * The same as records and rows keep it: what is left out is what the first release formed, rides of a city and a day.
 * So nothing already sent is formed or sent again, and its ids stay.
 */
export interface StoredReportKey {
  readonly city: string;
  readonly day: Day;
  readonly subject?: string;
  readonly level?: ScopeLevel;
  readonly period?: ReportPeriod;
}

/** The subject that a record without one means. */
const firstSubject = 'rides';

/** Reads the key of a record or a row. */
export const reportKeyOf = ({
  city,
  day,
  subject = firstSubject,
  level = 'city',
  period = 'day',
}: StoredReportKey): ReportKey => ({ subject, level, city, period, day });

/** The fields by which a record keeps its key. */
export const storedReportKey = ({ subject, level, city, period, day }: ReportKey): StoredReportKey => ({
  city,
  day,
  ...(subject !== firstSubject && { subject }),
  ...(level !== 'city' && { level }),
  ...(period !== 'day' && { period }),
});

/** The period as people and file names write it: `2026-11-28` or `2026-11`. */
export const periodText = ({ period, day }: Pick<ReportKey, 'period' | 'day'>): string =>
  period === 'month' ? day.slice(0, 7) : day;

/**
 * The beginning of every id and file name of a report. Rides of a city and a day keep the form that they always had.
 * @example reportName({ subject: 'coaches', level: 'province', city: '210000', period: 'month', day: '2026-11-01' })
 * // 'coaches.p210000.2026-11'
 */
export const reportName = (key: ReportKey): string => {
  const { subject, level, city } = key;
  const scope = level === 'province' ? `p${city}` : city;
  return [...(subject === firstSubject ? [] : [subject]), scope, periodText(key)].join('.');
};

/** Whether two records are versions or forms of one report. */
export const isSameReport = (one: StoredReportKey, other: StoredReportKey): boolean =>
  reportName(reportKeyOf(one)) === reportName(reportKeyOf(other));
