import { type Day, dayOf, dayStart, type Instant } from '@tongcheng/shared/time';
import { slotMs } from '../journeys/demand';
import { journeyStart, planSlots } from '../journeys/plan-day';
import type { PlannedJourney } from '../journeys/planned-journey';
import { type CityEvent, cityEventsOf } from './city-event';
import type { PresentOptions } from './options';

/** What is about to happen, planned a slot ahead and day after day. */
export interface UpcomingEvents {
  /** Takes out everything up to `now`, in the order of time. */
  take(now: Instant): readonly CityEvent[];
}

/** The days from `start` on; journeys that would have begun before it do not happen. */
export const upcomingFrom = (start: Instant, options: PresentOptions): UpcomingEvents => {
  let slots = dayFrom(options, dayOf(start), Math.floor((start - dayStart(dayOf(start))) / slotMs));
  let plannedTo = start - ((start - dayStart(dayOf(start))) % slotMs);
  let ahead: readonly CityEvent[] = [];
  const planSlot = () => {
    const next = slots.next();
    const journeys: readonly PlannedJourney[] = next.done ? [] : next.value;
    if (next.done) slots = dayFrom(options, dayOf(plannedTo), 0);
    else plannedTo += slotMs;
    const fresh = cityEventsOf(journeys.filter((journey) => journeyStart(journey) >= start));
    ahead = [...ahead, ...fresh].sort((a, b) => a.at - b.at);
  };
  return {
    take: (now) => {
      while (plannedTo <= now) planSlot();
      const firstLater = ahead.findIndex(({ at }) => at > now);
      const due = firstLater < 0 ? ahead : ahead.slice(0, firstLater);
      ahead = firstLater < 0 ? [] : ahead.slice(firstLater);
      return due;
    },
  };
};

function dayFrom(options: PresentOptions, day: Day, slot: number): Generator<readonly PlannedJourney[]> {
  return planSlots({ ...options, day, journeys: options.journeys * options.speed }, slot);
}
