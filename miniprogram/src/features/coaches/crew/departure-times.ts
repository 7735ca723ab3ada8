import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { type Day, dayOf, dayStart, formatInstant, hourMs, type Instant, minuteMs } from '@tongcheng/shared/time';
import { plainText } from '@tongcheng/shared/typed-text';
import type { Say } from '../../../ui/words';
import { delayTexts } from '../texts/delay-texts';
import type { HeldDeparture } from './crew-book';

/** `9:05`, `09:05`, `0905` as minutes of the day. */
export function minutesIn(typed: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):?(\d{2})$/.exec(plainText(typed).replace('：', ':')) ?? [];
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return Number(hours) * 60 + Number(minutes);
}

/** The moment that a time of day means: today, or tomorrow where today's is past by more than half a day. */
export function instantOfTime(time: string, today: Day, now: Instant): Instant {
  const at = dayStart(today) + (minutesIn(time) ?? 0) * minuteMs;
  return now - at > 12 * hourMs ? at + 24 * hourMs : at;
}

/** The moment that a time of day means beside another moment: the nearest one. */
export function nearestTime(time: string, beside: Instant): Instant {
  const at = dayStart(dayOf(beside)) + (minutesIn(time) ?? 0) * minuteMs;
  if (at - beside > 12 * hourMs) return at - 24 * hourMs;
  return beside - at > 12 * hourMs ? at + 24 * hourMs : at;
}

const most = 9;
const stepMs = 10 * minuteMs;
const aheadMs = 6 * hourMs;

/**
 * Times of day to be chosen by one touch for the same departure again: first those at which the line left on other occasions and that are still to
 * come within six hours, then the next ones in steps of ten minutes.
 */
export function timesOffered(again: HeldDeparture, held: readonly HeldDeparture[], now: Instant): readonly string[] {
  const ofLine = held.filter(({ opened }) => opened.destination.name === again.opened.destination.name);
  const known = ofLine
    .map(({ opened }) => nextAt(formatInstant(opened.departsAt, 'HH:mm'), now))
    .filter((at) => at > now && at - now <= aheadMs)
    .sort((one, other) => one - other)
    .map((at) => formatInstant(at, 'HH:mm'));
  const first = Math.ceil((now + minuteMs) / stepMs) * stepMs;
  const steps = Array.from({ length: most }, (_, order) => formatInstant(first + order * stepMs, 'HH:mm'));
  const last = formatInstant(again.opened.departsAt, 'HH:mm');
  return [...new Set([...known, ...steps])].filter((time) => time !== last).slice(0, most);
}

/** Late in the evening the first hours of tomorrow are near. */
const nextAt = (time: string, now: Instant): Instant => instantOfTime(time, dayOf(now), now);

/** ` · first planned for 14:20` behind the state of a departure whose time has changed; nothing otherwise. */
export const firstTime = ({ plannedFor }: Pick<DepartureView, 'plannedFor'>, say: Say): string =>
  plannedFor === undefined ? '' : ` · ${say(delayTexts.planned, { time: formatInstant(plannedFor, 'HH:mm') })}`;
