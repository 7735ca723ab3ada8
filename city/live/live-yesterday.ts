import { setImmediate } from 'node:timers/promises';
import { dayMs, dayStart, type Instant, minuteMs } from '@tongcheng/shared/time';
import { planDay } from '../journeys/plan-day';
import { openBook } from './book';
import { crowdOf } from './crowd';
import { type Happening, happeningsOf } from './happening';
import type { Ledger } from './ledger';
import type { YesterdayOptions } from './options';
import { poolOf } from './pool';
import { progressOf } from './progress';

/**
 * Lives a whole day as fast as the product answers, its clock set to the instant of each act. Within a minute riders act
 * side by side. Ends at the end of the day: what is under way then is closed by rule, what phones kept waits in the state.
 */
export const liveYesterday = async (options: YesterdayOptions): Promise<Ledger> => {
  const plan = planDay(options);
  const start = dayStart(options.day);
  const happenings = happeningsOf(plan.journeys).filter(({ at }) => at >= start && at < start + dayMs);
  const book = openBook(options.keepLedger ?? false);
  const clock = onwardClock(start, options.setClock);
  const crowd = crowdOf(options, clock.now, book, options.day);
  const pool = poolOf(options.atOnce ?? 64, () => undefined);
  const say = progressOf(happenings.length, plan.journeys.length, options.say);
  let done = 0;
  for (const minute of byMinute(happenings)) {
    for (const happening of minute) {
      await pool.room();
      clock.set(happening.at);
      pool.start(() => crowd.perform(happening));
    }
    await pool.idle();
    done += minute.length;
    say(done);
    await setImmediate();
  }
  options.state.livedDay = options.day;
  return book.ledger(crowd.kept());
};

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

function* byMinute(happenings: readonly Happening[]): Generator<readonly Happening[]> {
  let minute: Happening[] = [];
  for (const happening of happenings) {
    const [first] = minute;
    if (first && Math.floor(first.at / minuteMs) !== Math.floor(happening.at / minuteMs)) {
      yield minute;
      minute = [];
    }
    minute.push(happening);
  }
  if (minute.length > 0) yield minute;
}
