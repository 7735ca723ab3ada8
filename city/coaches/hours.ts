import { type Day, dayStart, hourMs, type Instant, minuteMs } from '@tongcheng/shared/time';

/**
 * Departures of each hour of an ordinary day, in parts. Real coaches stand still from two to five at night; here a few leave at any hour, so that
 * whoever starts at night sees them (decision 175).
 */
const parts = [2, 2, 2, 2, 2, 4, 9, 9, 9, 7, 7, 7, 6, 6, 6, 8, 8, 8, 5, 5, 5, 2, 2, 2] as const;
const all = parts.reduce<number>((sum, each) => sum + each, 0);

/** When departure `order` of `count` leaves on a day: in the order of time, as many in an hour as it has parts, on whole fives of minutes. */
export function plannedTime(day: Day, order: number, count: number): Instant {
  let left = ((order + 0.5) / count) * all;
  const hour = parts.findIndex((part) => {
    left -= part;
    return left < 0;
  });
  const share = 1 + left / (parts[hour] ?? 1);
  return dayStart(day) + Math.max(0, hour) * hourMs + Math.floor(share * 12) * 5 * minuteMs;
}
