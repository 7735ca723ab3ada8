import { type Day, dayOf, hourOf, type Instant } from '@tongcheng/shared/time';

/** The hours of a service day as the figures tell them. */
export interface DayHours {
  readonly day: Day;
  readonly asOf: Instant;
  readonly rolloverHour: number;
  /** 24 counts by the hour of the clock. */
  readonly byHour: readonly number[];
}

/** The hours of a service day in their order: 3, 4 … 23, 0, 1, 2. */
export const hoursOfDay = ({ rolloverHour }: Pick<DayHours, 'rolloverHour'>): readonly number[] =>
  Array.from({ length: 24 }, (_, at) => (rolloverHour + at) % 24);

/** Those that are over: all of a day that has ended. */
export const hoursOver = (figures: DayHours): readonly number[] => {
  const hours = hoursOfDay(figures);
  const { day, asOf, rolloverHour } = figures;
  return dayOf(asOf, rolloverHour) === day ? hours.slice(0, hours.indexOf(hourOf(asOf))) : hours;
};

/** Scans in some hours. */
export const scansIn = (byHour: readonly number[], hours: readonly number[]): number =>
  hours.reduce((sum, hour) => sum + (byHour[hour] ?? 0), 0);

/** How much more than before, `+3.7%`; nothing can be said of more than none. */
export const growthOf = (now: number, before: number): string => {
  if (before === 0) return '—';
  const percent = (100 * (now - before)) / before;
  return `${percent < 0 ? '−' : '+'}${Math.abs(percent).toFixed(1)}%`;
};

/** A share of a whole, in percent. */
export const shareOf = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`;
