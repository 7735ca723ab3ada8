/** A loop that goes on until it is stopped. */
export interface SyncLoop {
  /** Ends when the round that goes on has ended. */
  stop(): Promise<void>;
}

const firstRestMs = 5_000;

/** Rounds, `everyMs` apart; after one that failed sooner, and later each time it fails again, so that a server that comes back is not run over by all its gates. */
export function syncLoop(round: () => Promise<boolean>, everyMs: number, onFault: (fault: unknown) => void): SyncLoop {
  let isStopped = false;
  let wake: () => void = () => undefined;
  let failed = 0;
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const attempt = async (): Promise<boolean> => {
    try {
      return await round();
    } catch (fault) {
      onFault(fault);
      return false;
    }
  };
  const run = async (): Promise<void> => {
    while (!isStopped) {
      failed = (await attempt()) ? 0 : failed + 1;
      if (!isStopped) await rest(restMs(failed, everyMs, Math.random()));
    }
  };
  const running = run();
  return {
    stop() {
      isStopped = true;
      wake();
      return running;
    },
  };
}

/** How long to rest: chance spreads gates that lost the network at one moment. */
function restMs(failed: number, everyMs: number, chance: number): number {
  const longest = failed === 0 ? everyMs : Math.min(everyMs, firstRestMs * 2 ** (failed - 1));
  return longest * (0.75 + chance / 4);
}
