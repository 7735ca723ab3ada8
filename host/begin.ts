import { setTimeout } from 'node:timers/promises';
import type { Ledger } from '@tongcheng/city';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import { fillYesterday, goOn, type Living } from './city/live';
import { timerFunctions } from './functions';
import { productPath } from './product-folder';
import { timerRuns } from './timer-runs';
import { readTimers, startTimers } from './timers';

/** What goes on behind the gateway. */
export interface Life {
  readonly settled: Promise<Ledger | undefined>;
  /** Ends it, waiting a moment for what is under way. */
  stop(): Promise<void>;
}

/** Work of timers has this long to end at a stop. */
const timerGraceMs = 1_000;

/** The city's past, then the timers, then its present, reached at `url`. Without a city only the timers. `stopping` is aborted by the stop. */
export function begin(living: Living | undefined, container: Container, url: string, stopping: AbortController): Life {
  const runs = timerRuns(container);
  const stops: (() => void | Promise<void>)[] = [];
  const later = async () => {
    const ledger = living && (await fillYesterday(living, stopping.signal));
    for (const work of Object.values(timerFunctions)) if (!stopping.signal.aborted) await runs.run(work);
    if (stopping.signal.aborted) return ledger;
    const timers = readTimers(productPath('serverless.yml'));
    stops.push(startTimers(timers, (name) => runs.run(timerFunctions[name])));
    if (living) {
      const present = goOn(living, url);
      stops.push(() => present.stop());
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
