/** Runs tasks side by side, never more than `limit`. A task that throws is passed to `onFault` and hurts no other. */
export interface Pool {
  /** Whether another task may start. */
  hasRoom(): boolean;
  start(task: () => Promise<void>): void;
  /** When one of the tasks under way has ended, or at once when there is none. */
  anyEnds(): Promise<void>;
  /** When nothing is under way. */
  idle(): Promise<void>;
}

/** An empty pool. */
export const poolOf = (limit: number, onFault: (fault: unknown) => void): Pool => {
  const running = new Set<Promise<void>>();
  return {
    hasRoom: () => running.size < limit,
    start: (task) => {
      const one = task()
        .catch(onFault)
        .finally(() => running.delete(one));
      running.add(one);
    },
    anyEnds: async () => {
      if (running.size > 0) await Promise.race(running);
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
};

/** What belongs to one key, a rider or a departure, happens one after another: a lock for each. */
export function locksByKey<K>(): (key: K, task: () => Promise<void>) => Promise<void> {
  const last = new Map<K, Promise<void>>();
  return (key, task) => {
    const before = last.get(key);
    const mine = (before ? before.catch(() => undefined).then(task) : task()).finally(() => {
      if (last.get(key) === mine) last.delete(key);
    });
    last.set(key, mine);
    return mine;
  };
}
