import { setTimeout as sleep } from 'node:timers/promises';
import { asPortFault, isAway, isStalePlan, refused } from './faults';

/** Runs something until the server that is away is back or patience ends; `again` is true from the second try on. */
export type Patiently = <T>(run: (again: boolean) => Promise<T>) => Promise<T>;

const firstPauseMs = 20;
const longestPauseMs = 500;

/**
 * Tries again as long as the server is away (restarting, failing over, out of connections) and `patienceMs` is not over,
 * with growing pauses of random length so that hosts do not come back all at once. What the last try threw is thrown as the
 * port says it. `run` must bear being done twice: the first answer may only have been lost.
 */
export const makePatience = (patienceMs: number, isClosed: () => boolean): Patiently => {
  return async (run) => {
    const until = performance.now() + patienceMs;
    for (let tries = 0; ; tries += 1) {
      if (isClosed()) throw new Error('the store is closed');
      try {
        return await run(tries > 0);
      } catch (fault) {
        const stale = isStalePlan(fault) && tries < 3;
        if (!stale && !isAway(fault)) throw asPortFault(fault);
        const pause = stale ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** tries) * (0.5 + Math.random());
        if (performance.now() + pause >= until) throw refused(fault);
        await sleep(pause);
      }
    }
  };
};
