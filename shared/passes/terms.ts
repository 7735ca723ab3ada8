import { addDays, type Day, dayMs, dayOf, dayStart, hourMs, type Instant, minuteMs } from '../time';

/** P-05: how long a pass lasts from its issue. */
export const passLifeMs = dayMs;

/** P-05: a new pass may be applied for so long before the one at hand ends. */
const renewalMs = 3 * hourMs;

/** P-04: issues of one person in a natural month. */
export const issuesAMonth = 3;

/** P-07: for so long after a person check the code shows. */
export const checkLifeMs = 30 * minuteMs;

/** P-09: how many days back a registered rider sees their passes. */
export const recordDays = 31;

/** The natural month in Shanghai, `YYYY-MM`. */
export const monthOf = (at: Instant): string => dayOf(at).slice(0, 7);

/** The first instant of the month of an instant, and that of the next. */
export function monthAround(at: Instant): { readonly startsAt: Instant; readonly endsAt: Instant } {
  const first = `${monthOf(at)}-01`;
  // No month is longer than 31 days, and the 32nd day from its first is always in the next.
  const next = `${addDays(first, 31).slice(0, 7)}-01`;
  return { startsAt: dayStart(first), endsAt: dayStart(next) };
}

/** The last day of the month of an instant. */
export const lastDayOfMonth = (at: Instant): Day => addDays(dayOf(monthAround(at).endsAt), -1);

/** Whether a new pass may take the place of one that ends at an instant. */
export const mayRenew = (endsAt: Instant, now: Instant): boolean => endsAt - now <= renewalMs;
