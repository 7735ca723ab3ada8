import type { DeliveryRow, ReportRow } from '@tongcheng/shared/reports/wire';
import type { Text } from '@tongcheng/shared/text';
import { addDays, type Day, dayMs } from '@tongcheng/shared/time';

/** How a day's reports stand: none, formed but sent to nobody, on the way, in trouble, or all sent. */
export const dayStates = ['none', 'formed', 'under-way', 'trouble', 'sent'] as const;
export type DayState = (typeof dayStates)[number];

/** The states in words, for the legend and for readers. */
export const dayStateTexts = {
  none: { zh: '无报表', en: 'No report' },
  formed: { zh: '已生成，未发送', en: 'Formed, sent to nobody' },
  'under-way': { zh: '发送中', en: 'On the way' },
  trouble: { zh: '有发送未成功', en: 'A delivery did not succeed' },
  sent: { zh: '全部发出', en: 'All sent' },
} as const satisfies Readonly<Record<DayState, Text>>;

/** One day of the calendar. */
export interface DayMark {
  readonly day: Day;
  readonly state: DayState;
  /** Late scans brought a further version. */
  readonly hasSupplement: boolean;
}

const stateOf = (reports: readonly ReportRow[], deliveries: readonly DeliveryRow[]): DayState => {
  if (reports.length === 0) return 'none';
  if (deliveries.some(({ state }) => state === 'failed')) return 'trouble';
  if (deliveries.some(({ state }) => state === 'queued')) return 'under-way';
  return deliveries.length === 0 ? 'formed' : 'sent';
};

/** All days of [from, to], both included. */
export const daysOf = (from: Day, to: Day): readonly Day[] => {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** The calendar's marks of [from, to]: the worst state of a day is the day's. */
export const dayMarks = (
  from: Day,
  to: Day,
  reports: readonly ReportRow[],
  deliveries: readonly DeliveryRow[],
): readonly DayMark[] =>
  daysOf(from, to).map((day) => {
    const ofDay = reports.filter((report) => report.day === day);
    const sent = deliveries.filter((delivery) => delivery.day === day);
    return { day, state: stateOf(ofDay, sent), hasSupplement: ofDay.some(({ version }) => version > 1) };
  });

/** The first day of counting, 1970-01-01, was a Thursday. */
const weekdayOfFirst = 3;

/** The day of the week; Monday is 0. */
export const weekdayOf = (day: Day): number => (Date.parse(`${day}T00:00:00Z`) / dayMs + weekdayOfFirst) % 7;

/** Texts of the calendar. */
export const calendarTexts = {
  weekdays: {
    zh: '一 二 三 四 五 六 日',
    en: 'Mo Tu We Th Fr Sa Su',
  },
  withSupplement: { zh: '有补报', en: 'with a supplement' },
} as const;
