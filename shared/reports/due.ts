import { addDays, type Day, dayMs, dayOf, dayStart, hourMs, type Instant } from '../time';
import type { CitySettings } from '../venues/city-settings';
import type { ReportPeriod } from './report-key';

/** What decides when a report is due. */
export type DueSettings = Pick<CitySettings, 'rolloverHour' | 'retentionDays'> & {
  readonly reports: Pick<CitySettings['reports'], 'formFromHour'>;
};

/**
 * A scan that was recorded at an instant is in the store at the latest this much later: a snapshot ends so long before now,
 * so that nothing slips in behind it.
 */
export const settlingMs = 60_000;

/** From when the report of a day may be formed: the hour that the city set, and never before the day is over. */
const dueAt = (day: Day, { rolloverHour, reports }: DueSettings): Instant => {
  const next = addDays(day, 1);
  return Math.max(dayStart(next) + reports.formFromHour * hourMs, dayStart(next, rolloverHour));
};

/** The last day whose report may be formed at an instant. */
const lastDueDay = (at: Instant, settings: DueSettings): Day => {
  const today = dayOf(at);
  const yesterday = addDays(today, -1);
  return dueAt(yesterday, settings) + settlingMs <= at ? yesterday : addDays(today, -2);
};

/** Days whose report is due, oldest first: from the city's first day, and none that is past retention. */
const dueDays = (at: Instant, firstDay: Day, settings: DueSettings): readonly Day[] => {
  const last = lastDueDay(at, settings);
  const oldest = addDays(dayOf(at, settings.rolloverHour), -settings.retentionDays);
  const days: Day[] = [];
  for (let day = firstDay > oldest ? firstDay : oldest; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};

/**
 * The instant of the last daily round: what arrived for an older day before it goes into a supplement, so that there is at
 * most one supplement a day for each day.
 */
export const lastRound = (at: Instant, settings: DueSettings): Instant => {
  const latest = dueAt(lastDueDay(at, settings), settings);
  return latest <= at ? latest : latest - dayMs;
};

/** The first day of the day or the month in which a day lies. */
const periodStart = (period: ReportPeriod, day: Day): Day => (period === 'month' ? `${day.slice(0, 7)}-01` : day);

/** The last day of the day or the month that begins with `first`. */
export const periodEnd = (period: ReportPeriod, first: Day): Day =>
  period === 'month' ? addDays(periodStart('month', addDays(first, 31)), -1) : first;

/**
 * The days, or the months by their first days, of which a report is due, oldest first: a month once its last day is, and
 * none of which everything is past its retention. `retentionDays` of the settings is that of what is reported.
 */
export const duePeriods = (period: ReportPeriod, at: Instant, firstDay: Day, settings: DueSettings): readonly Day[] => {
  if (period === 'day') return dueDays(at, firstDay, settings);
  const last = lastDueDay(at, settings);
  const oldest = addDays(dayOf(at, settings.rolloverHour), -settings.retentionDays);
  const months: Day[] = [];
  let month = periodStart('month', firstDay > oldest ? firstDay : oldest);
  while (periodEnd('month', month) <= last) {
    months.push(month);
    month = addDays(periodEnd('month', month), 1);
  }
  return months;
};

/** Until when late facts make a supplement: so many days after the period's end was due, or as long as the facts are kept. */
export const takesSupplements = (
  { period, day }: { readonly period: ReportPeriod; readonly day: Day },
  supplementDays: number | 'while-kept',
  at: Instant,
  settings: DueSettings,
): boolean => supplementDays === 'while-kept' || at < dueAt(periodEnd(period, day), settings) + supplementDays * dayMs;
