/** A moment, in milliseconds since 1970-01-01T00:00:00Z. Names of such values end in `At`. */
export type Instant = number;

declare const wholeDay: unique symbol;

/** The beginning of a day in Shanghai: an instant that says no more than the day, as whatever is kept beside a person or an account (decision 156). */
export type DayInstant = Instant & { readonly [wholeDay]: true };

/** A civil day in China, `YYYY-MM-DD`. */
export type Day = string;

/** Asia/Shanghai is UTC+8 all year round (no daylight saving since 1991). */
export const shanghaiOffsetMinutes = 480;

/** One minute, hour, day in milliseconds. */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

const offsetMs = shanghaiOffsetMinutes * minuteMs;

/** The service day of an instant: the civil day in Shanghai, begun `rolloverHour` hours (0–6) after midnight. */
export const dayOf = (at: Instant, rolloverHour = 0): Day =>
  dayNamed(Math.floor((at + offsetMs - rolloverHour * hourMs) / dayMs));

/** The first instant of a service day; the day is [dayStart, dayStart + 24 h). */
export const dayStart = (day: Day, rolloverHour = 0): Instant =>
  numberOf(day) * dayMs - offsetMs + rolloverHour * hourMs;

/** The day of an instant as an instant: its beginning in Shanghai. */
export function wholeDayOf(at: Instant): DayInstant {
  const start = dayStart(dayOf(at));
  if (!isWholeDay(start)) throw new Error('a day without a beginning');
  return start;
}

const isWholeDay = (at: Instant): at is DayInstant => at === dayStart(dayOf(at));

/** The day `days` after (or, negative, before) a day. */
export const addDays = (day: Day, days: number): Day => dayNamed(numberOf(day) + days);

/** Days from the first to the last, both included; none when the last comes before the first. */
export function daysFrom(from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The hour of the day in Shanghai, 0–23. */
export const hourOf = (at: Instant): number => Math.floor(((((at + offsetMs) % dayMs) + dayMs) % dayMs) / hourMs);

/**
 * An instant as people in China read it, whatever zone the host is in: eight hours are added and the rest is read off as UTC.
 * In a pattern `YYYY MM DD HH mm ss` are padded, `M` and `D` are not.
 */
export function formatInstant(at: Instant, pattern = 'YYYY-MM-DD HH:mm:ss'): string {
  const wall = new Date(at + offsetMs).toISOString();
  const parts: Readonly<Record<string, string>> = {
    YYYY: wall.slice(0, 4),
    MM: wall.slice(5, 7),
    M: String(Number(wall.slice(5, 7))),
    DD: wall.slice(8, 10),
    D: String(Number(wall.slice(8, 10))),
    HH: wall.slice(11, 13),
    mm: wall.slice(14, 16),
    ss: wall.slice(17, 19),
  };
  return pattern.replace(/YYYY|MM|M|DD|D|HH|mm|ss/g, (name) => parts[name] ?? name);
}

/**
 * The time that passed on a clock, from 1 on: for ages, which a clock that is set back must not make younger. Any jump of the clock
 * counts as time that passed.
 */
export function elapsedTime(now: () => Instant): () => number {
  let [last, passed] = [now(), 1];
  return () => {
    const at = now();
    passed += Math.abs(at - last);
    last = at;
    return passed;
  };
}

/** A few days are asked for by every scan, and always the same ones: some years of them are remembered. */
const maxRemembered = 2_000;

/** A day by its number, counted from 1970-01-01. */
const dayNamed = remembered((dayNumber: number): Day => new Date(dayNumber * dayMs).toISOString().slice(0, 10));

const numberOf = remembered((day: Day): number => Date.parse(`${day}T00:00:00Z`) / dayMs);

function remembered<From, To>(find: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    const held = known.get(from);
    if (held !== undefined) return held;
    if (known.size >= maxRemembered) known.clear();
    const found = find(from);
    known.set(from, found);
    return found;
  };
}
