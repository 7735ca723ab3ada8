/** Lets one of several runners do a piece of work (two timers at once: one report). */
export interface Lease {
  /** Runs `work` if nobody else holds `name`; undefined when somebody does. A dead holder's lease ends after `ttlSeconds`. */
  hold<T>(name: string, ttlSeconds: number, work: () => Promise<T>): Promise<T | undefined>;
}
