import { setImmediate } from 'node:timers/promises';
import { dayMs, dayStart, type Instant } from '@tongcheng/shared/time';
import { planDay } from '../journeys/plan-day';
import { type CityEvent, cityEventsOf } from './city-event';
import { crowdOf } from './crowd';
import type { Ledger } from './ledger';
import { openLedger } from './ledger';
import type { YesterdayOptions } from './options';
import { poolOf } from './pool';
import { progressOf } from './progress';

/** The product's clock is ahead of a scan under way by less than this, and so no scan is flagged late for our haste. */
const maxAheadMs = 75_000;

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

/** In the order of time, many side by side, none begun while another is under way that lies too far behind it. */
async function liveThrough(
  events: readonly CityEvent[],
  atOnce: number,
  perform: (event: CityEvent) => Promise<void>,
): Promise<void> {
  const pool = poolOf(atOnce, () => undefined);
  const underWay = new Set<CityEvent>();
  const mayBegin = (at: Instant) => pool.hasRoom() && at - (oldest(underWay) ?? at) < maxAheadMs;
  for (const [index, event] of events.entries()) {
    while (!mayBegin(event.at)) await pool.anyEnds();
    underWay.add(event);
    pool.start(() => perform(event).finally(() => underWay.delete(event)));
    if (index % 64 === 0) await setImmediate();
  }
  await pool.idle();
}

function oldest(underWay: ReadonlySet<CityEvent>): Instant | undefined {
  const [first] = underWay;
  return first?.at;
}

/** A clock that never goes back, whose every step the host's clock follows. */
function onwardClock(start: Instant, setClock: (at: Instant) => void) {
  let at = start;
  setClock(at);
  return {
    now: () => at,
    set: (to: Instant) => {
      if (to <= at) return;
      at = to;
      setClock(at);
    },
  };
}
