import { dayMs, dayStart } from '@tongcheng/shared/time';
import { planDay } from '../journeys/plan-day';
import { cityEventsOf } from './city-event';
import { crowdOf } from './crowd';
import type { Ledger } from './ledger';
import { openLedger } from './ledger';
import { liveThrough } from './live-through';
import { onwardClock } from './onward-clock';
import type { YesterdayOptions } from './options';
import { progressOf } from './progress';

/**
 * Lives a whole day as fast as the product answers, its clock set to the instant of each act; riders act side by side.
 * Ends at the end of the day: what is under way then is closed by rule, what phones kept waits in the state.
 */
export const simulateYesterday = async (options: YesterdayOptions): Promise<Ledger> => {
  const plan = planDay(options);
  const start = dayStart(options.day);
  const events = cityEventsOf(plan.journeys).filter(({ at }) => at >= start && at < start + dayMs);
  const ledger = openLedger(options.keepLedger ?? false);
  const clock = onwardClock(start, options.setClock);
  const crowd = crowdOf(options, clock.now, ledger, options.day);
  const say = progressOf(events.length, plan.journeys.length, options.say);
  await liveThrough(events, options.atOnce ?? 128, async (event) => {
    clock.set(event.at);
    await crowd.perform(event);
    say();
  });
  options.state.livedDay = options.day;
  return ledger.ledger(crowd.kept());
};
