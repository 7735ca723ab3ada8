import { type Day, dayOf, dayStart, type Instant } from '@tongcheng/shared/time';
import { slotMs, slotsOfDay } from '../journeys/demand';
import { journeyStart, planSlots } from '../journeys/plan-day';
import type { PlannedJourney } from '../journeys/planned-journey';
import { type CityEvent, cityEventsOf } from './city-event';
import type { PresentOptions } from './options';

/** What is about to happen, planned a slot ahead and day after day. */
export interface UpcomingEvents {
  /** Takes out everything up to `now`, in the order of time. */
  take(now: Instant): readonly CityEvent[];
}

/** What is asked of the plan of the present. */
type Wanted = Pick<PresentOptions, 'seed' | 'people' | 'network' | 'journeys' | 'speed'>;

/** The days from `start` on; journeys that would have begun before it do not happen. */
export const upcomingFrom = (start: Instant, options: Wanted): UpcomingEvents => {
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

/**
 * Part of an ordinary slot that sets out at any hour. Whoever starts the city at two in the morning is to see it live, in what runs by
 * night and at the hour that it is; what a real night would have is less.
 */
const nightShare = 0.25;

function dayFrom(options: Wanted, day: Day, slot: number): Generator<readonly PlannedJourney[]> {
  const journeys = options.journeys * options.speed;
  const fewestInSlot = Math.ceil((journeys / slotsOfDay) * nightShare);
  const { seed, people, network } = options;
  return planSlots({ seed, people, network, day, journeys, fewestInSlot }, slot);
}
