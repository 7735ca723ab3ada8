import { minuteMs } from '@tongcheng/shared/time';
import type { CityEvent } from './city-event';
import { type Crowd, crowdOf } from './crowd';
import type { Ledger } from './ledger';
import { openLedger } from './ledger';
import type { PresentOptions } from './options';
import { type Pool, poolOf } from './pool';
import { upcomingFrom } from './upcoming-events';

/** The present day of the city; `ledger` is what was acknowledged since the start. */
export interface PresentDay {
  /** Lets what is under way end, then keeps the state. */
  stop(): Promise<void>;
  ledger(): Ledger;
}

const tickMs = 1_000;
const keepEveryMs = 5 * minuteMs;
const deliverEveryMs = 15_000;
/** A machine that slept does not make up for it. */
const forgetAfterMs = 5 * minuteMs;
const atOnce = 64;

/**
 * Lives on from now, in real time: one timer, bounded work, and whatever the server answers is part of life. What phones
 * kept from yesterday begins to arrive `suppliesAfterMs` (6 minutes) after the start, when yesterday's report is there.
 */
export const simulatePresent = (options: PresentOptions): PresentDay => {
  const { clock, state } = options;
  const start = clock.now();
  const ledger = openLedger(options.keepLedger ?? false);
  const crowd = crowdOf(options, () => clock.now(), ledger, 'present');
  const pool = poolOf(atOnce, () => undefined);
  const coming = upcomingFrom(start, options);
  const due: CityEvent[] = [];
  const keeping = every(keepEveryMs, start, () => options.keep?.(state));
  const delivering = every(deliverEveryMs, start + (options.suppliesAfterMs ?? 6 * minuteMs), () =>
    deliverAll(crowd, pool),
  );
  const pump = () => {
    while (pool.hasRoom()) {
      const next = due.shift();
      if (!next) return;
      if (next.at > clock.now() - forgetAfterMs)
        pool.start(() => crowd.perform(next).finally(() => queueMicrotask(pump)));
    }
  };
  const tick = () => {
    const now = clock.now();
    due.push(...coming.take(now));
    pump();
    delivering(now);
    keeping(now);
  };
  const timer = setInterval(tick, tickMs);
  return {
    stop: async () => {
      clearInterval(timer);
      due.length = 0;
      await pool.idle();
      options.keep?.(state);
    },
    ledger: () => ledger.ledger(crowd.kept()),
  };
};

/** As many phones as there is room for; the others wait for the next time. */
function deliverAll(crowd: Crowd, pool: Pool): void {
  for (const index of crowd.waiting()) {
    if (!pool.hasRoom()) return;
    pool.start(() => crowd.deliver(index));
  }
}

function every(ms: number, from: number, act: () => void): (now: number) => void {
  let next = from;
  return (now) => {
    if (now < next) return;
    next = now + ms;
    act();
  };
}
