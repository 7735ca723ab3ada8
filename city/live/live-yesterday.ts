import { setImmediate } from 'node:timers/promises';
import { dayMs, dayStart, type Instant } from '@tongcheng/shared/time';
import { planDay } from '../journeys/plan-day';
import { crowdOf } from './crowd';
import { type Happening, happeningsOf } from './happening';
import type { Ledger } from './ledger';
import { openBook } from './ledger';
import type { YesterdayOptions } from './options';
import { poolOf } from './pool';
import { progressOf } from './progress';

/** The product's clock is ahead of a scan under way by less than this, and so no scan is flagged late for our haste. */
const mostAheadMs = 75_000;

/**
 * Lives a whole day as fast as the product answers, its clock set to the instant of each act; riders act side by side.
 * Ends at the end of the day: what is under way then is closed by rule, what phones kept waits in the state.
 */
export const liveYesterday = async (options: YesterdayOptions): Promise<Ledger> => {
  const plan = planDay(options);
  const start = dayStart(options.day);
  const happenings = happeningsOf(plan.journeys).filter(({ at }) => at >= start && at < start + dayMs);
  const book = openBook(options.keepLedger ?? false);
  const clock = onwardClock(start, options.setClock);
  const crowd = crowdOf(options, clock.now, book, options.day);
  const say = progressOf(happenings.length, plan.journeys.length, options.say);
  await liveThrough(happenings, options.atOnce ?? 128, async (happening) => {
    clock.set(happening.at);
    await crowd.perform(happening);
    say();
  });
  options.state.livedDay = options.day;
  return book.ledger(crowd.kept());
};

/** In the order of time, many side by side, none begun while another is under way that lies too far behind it. */
async function liveThrough(
  happenings: readonly Happening[],
  atOnce: number,
  perform: (happening: Happening) => Promise<void>,
): Promise<void> {
  const pool = poolOf(atOnce, () => undefined);
  const underWay = new Set<Happening>();
  const mayBegin = (at: Instant) => pool.hasRoom() && at - (oldest(underWay) ?? at) < mostAheadMs;
  for (const [index, happening] of happenings.entries()) {
    while (!mayBegin(happening.at)) await pool.anyEnds();
    underWay.add(happening);
    pool.start(() => perform(happening).finally(() => underWay.delete(happening)));
    if (index % 64 === 0) await setImmediate();
  }
  await pool.idle();
}

function oldest(underWay: ReadonlySet<Happening>): Instant | undefined {
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
