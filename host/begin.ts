import { setTimeout } from 'node:timers/promises';
import type { Ledger } from '@tongcheng/city';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import { fillYesterday, goOn, type Living } from './city/live';
import { timerFunctions } from './functions';
import { productPath } from './product-folder';
import { fillCoaches, goOnCoaches, type LivingProvince } from './province/live-province';
import { timerRuns } from './timer-runs';
import { readTimers, startTimers } from './timers';

/** What lives around the product: a city, and the coaches of a province. */
export interface Surroundings {
  readonly city: Living;
  readonly province?: LivingProvince;
}

/** What goes on behind the gateway. */
export interface Life {
  readonly settled: Promise<Ledger | undefined>;
  /** Ends it, waiting a moment for what is under way. */
  stop(): Promise<void>;
}

/** Work of timers has this long to end at a stop. */
const timerGraceMs = 1_000;

/**
 * The city's past, then the timers, then its present, reached at `url`. Without a city only the timers. `stopping` is aborted by the stop; `ran` is told of each timer that has
 * run through.
 */
export function begin(
  living: Surroundings | undefined,
  container: Container,
  url: string,
  stopping: AbortController,
  ran: (timer: string) => void,
): Life {
  const runs = timerRuns(container);
  const run = async (timer: string) => {
    if (await runs.run(timerFunctions[timer])) ran(timer);
  };
  const stops: (() => void | Promise<void>)[] = [];
  const later = async () => {
    const ledger = living && (await fillPast(living, stopping.signal));
    for (const timer of Object.keys(timerFunctions)) if (!stopping.signal.aborted) await run(timer);
    if (stopping.signal.aborted) return ledger;
    const timers = readTimers(productPath('serverless.yml'));
    stops.push(startTimers(timers, run));
    if (living) {
      const present = goOn(living.city, url);
      stops.push(() => present.stop());
      const coaches = living.province && goOnCoaches(living.province, living.city.city, url);
      if (coaches) stops.push(() => coaches.stop());
    }
    return ledger;
  };
  const settled = later();
  settled.catch(() => undefined);
  return {
    settled,
    stop: async () => {
      stopping.abort();
      for (const stop of stops) await stop();
      await Promise.race([settled.catch(() => undefined), setTimeout(timerGraceMs, undefined, { ref: false })]);
      await runs.settle(timerGraceMs);
    },
  };
}

/** The past of the city and of the coaches, side by side: each has a clock of its own. */
async function fillPast({ city, province }: Surroundings, stopping: AbortSignal): Promise<Ledger | undefined> {
  const [ledger] = await Promise.all([fillYesterday(city, stopping), province && fillCoaches(province, stopping)]);
  return ledger;
}
