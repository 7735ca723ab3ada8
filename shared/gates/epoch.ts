import { addDays, dayMs, dayOf, dayStart, hourMs, type Instant } from '../time';

/** A week of one key of the hashes: from Monday at three in Shanghai, when nobody rides, to the next. */
export interface Epoch {
  /** The week by its ISO name, such as `2022-22`: names sort as the weeks do. */
  readonly name: string;
  readonly startsAt: Instant;
  /** Exclusive: where the next one starts. */
  readonly endsAt: Instant;
}

const beginsAtHour = 3;

/** The week in which an instant lies. */
export function epochAt(at: Instant): Epoch {
  const day = dayOf(at, beginsAtHour);
  const weekday = (dayStart(day) + 8 * hourMs) / dayMs + 3;
  const monday = addDays(day, -(weekday % 7));
  const startsAt = dayStart(monday, beginsAtHour);
  return { name: weekName(addDays(monday, 3)), startsAt, endsAt: startsAt + 7 * dayMs };
}

/** The week after. */
export const epochAfter = ({ endsAt }: Epoch): Epoch => epochAt(endsAt);

/** A week has the year of its Thursday, and is numbered by the Thursdays of that year. */
function weekName(thursday: string): string {
  const year = thursday.slice(0, 4);
  const days = (dayStart(thursday) - dayStart(`${year}-01-01`)) / dayMs;
  return `${year}-${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}
