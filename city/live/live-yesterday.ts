import { setImmediate } from 'node:timers/promises';
import { dayMs, dayStart, type Instant } from '@tongcheng/shared/time';
import { planDay } from '../journeys/plan-day';
import { openBook } from './book';
import { crowdOf } from './crowd';
import { type Happening, happeningsOf } from './happening';
import type { Ledger } from './ledger';
import type { YesterdayOptions } from './options';
import { poolOf } from './pool';
import { progressOf } from './progress';

const spanMs = 30_000;

/**
 * Lives a whole day as fast as the product answers, its clock set to the instant of each act. Within half a minute
 * riders act side by side, so a scan is recorded at most that much after it was made. Ends at the end of the day: what is under way then is closed by rule, what phones kept waits in the state.
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
  for (const span of bySpan(happenings)) {
    for (const happening of span) {
      await pool.room();
      clock.set(happening.at);
      pool.start(() => crowd.perform(happening));
    }
    await pool.idle();
    done += span.length;
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

function* bySpan(happenings: readonly Happening[]): Generator<readonly Happening[]> {
  let span: Happening[] = [];
  for (const happening of happenings) {
    const [first] = span;
    if (first && Math.floor(first.at / spanMs) !== Math.floor(happening.at / spanMs)) {
      yield span;
      span = [];
    }
    span.push(happening);
  }
  if (span.length > 0) yield span;
}
