import { setTimeout } from 'node:timers/promises';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';

/** Work of timers, so that a stop can wait for what is under way. */
export interface TimerRuns {
  /** Never throws: a timer that failed is logged and due again; one that a stop cut off is only due again. Gives whether it ran through. */
  run(work: ((needs: Container) => Promise<void>) | undefined): Promise<boolean>;
  /** When nothing is under way, or `ms` later: what is cut off is taken up by the next run. */
  settle(ms: number): Promise<void>;
}

/** Runs the work of timers over this container. */
export function timerRuns(container: Container): TimerRuns {
  const underWay = new Set<Promise<boolean>>();
  const logged = (fault: unknown) => {
    if (container.stopping?.aborted) return false;
    const text = fault instanceof Error ? (fault.stack ?? fault.name) : 'not an Error';
    container.log.event('fault', 'a timer failed', { fault: text });
    return false;
  };
  return {
    run: async (work) => {
      if (!work) return false;
      const one = work(container)
        .then(() => true)
        .catch(logged)
        .finally(() => underWay.delete(one));
      underWay.add(one);
      return one;
    },
    settle: async (ms) => {
      await Promise.race([Promise.all(underWay), setTimeout(ms, undefined, { ref: false })]);
    },
  };
}
