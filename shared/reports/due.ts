import { addDays, type Day, dayMs, dayOf, dayStart, hourMs, type Instant } from '../time';
import type { CitySettings } from '../venues/city-settings';

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
export const dueAt = (day: Day, { rolloverHour, reports }: DueSettings): Instant => {
  const next = addDays(day, 1);
  return Math.max(dayStart(next) + reports.formFromHour * hourMs, dayStart(next, rolloverHour));
};

/** The last day whose report may be formed at an instant. */
export const lastDueDay = (at: Instant, settings: DueSettings): Day => {
  const today = dayOf(at);
  const yesterday = addDays(today, -1);
  return dueAt(yesterday, settings) + settlingMs <= at ? yesterday : addDays(today, -2);
};

/** Days whose report is due, oldest first: from the city's first day, and none that is past retention. */
export const dueDays = (at: Instant, firstDay: Day, settings: DueSettings): readonly Day[] => {
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
