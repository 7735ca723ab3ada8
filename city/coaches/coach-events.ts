import { addDays, type Day, dayMs, dayOf, dayStart, type Instant, minuteMs } from '@tongcheng/shared/time';
import type { Person } from '../people/person';
import type { CoachState } from './coach-state';
import { planCoachDay } from './plan-coach-day';
import type { PlannedAct, PlannedDeparture } from './planned-departure';
import type { CoachProvince } from './province';

/** An act of a departure when it is done. */
export interface CoachEvent {
  /** Later than the act itself where a phone had no network. */
  readonly at: Instant;
  readonly departure: PlannedDeparture;
  readonly act: PlannedAct;
}

/** The days of the province, planned when they are asked for. */
export interface CoachDays {
  /** What is done within [from, to), in the order of time. */
  between(from: Instant, to: Instant): readonly CoachEvent[];
  /** Departures that may be seen at an instant: those of the day, of the day before and of the next. */
  around(at: Instant): readonly PlannedDeparture[];
}

/** What the days follow from. */
export interface DaysNeeds {
  readonly seed: string;
  readonly province: CoachProvince;
  readonly people: readonly Person[];
  /** Departures of a day; of none nothing happens. */
  readonly departures: number;
}

/** Days kept in memory. */
const mostDays = 5;

/** The days of a province; the same needs give the same days. */
export function coachDays(needs: DaysNeeds): CoachDays {
  const planned = new Map<Day, PlannedDay>();
  const dayAt = (day: Day) => {
    const known = planned.get(day) ?? plannedDay(planCoachDay({ ...needs, day }));
    planned.set(day, known);
    for (const old of [...planned.keys()].sort().slice(0, -mostDays)) planned.delete(old);
    return known;
  };
  const daysAround = (at: Instant) => [-1, 0, 1].map((days) => addDays(dayOf(at), days));
  return {
    around: (at) => daysAround(at).flatMap((day) => dayAt(day).departures),
    between: (from, to) => {
      const days = new Set([from, to].flatMap(daysAround));
      return [...days]
        .flatMap((day) => dayAt(day).events)
        .filter(({ at }) => at >= from && at < to)
        .sort((a, b) => a.at - b.at);
    },
  };
}

interface PlannedDay {
  readonly departures: readonly PlannedDeparture[];
  readonly events: readonly CoachEvent[];
}

const plannedDay = (departures: readonly PlannedDeparture[]): PlannedDay => ({
  departures,
  events: departures.flatMap(eventsOf),
});

const eventsOf = (departure: PlannedDeparture): readonly CoachEvent[] =>
  departure.acts.map((act) => ({ at: doneAt(act), departure, act }));

const doneAt = (act: PlannedAct): Instant => (act.kind === 'opens' ? (act.deliverAt ?? act.at) : act.at);

/** When the first thing of a departure is done; passengers of a crew without network come before its confirmation does. */
export const beginsAt = ({ acts, departsAt }: PlannedDeparture): Instant =>
  Math.min(departsAt - 5 * minuteMs, ...acts.map(({ at }) => at));

/** Only departures that the simulation saw from their beginning: since it began, but for a morning that was left out. */
export function isFollowed(departure: PlannedDeparture, { since = 0, resumedAt = since }: CoachState): boolean {
  const begins = beginsAt(departure);
  return begins >= resumedAt || (begins >= since && begins < dayStart(dayOf(since)) + dayMs);
}
