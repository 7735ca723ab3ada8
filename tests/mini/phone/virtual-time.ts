/** A clock with timers that moves only when somebody lets it: seconds of a screen cost no seconds of a test. */
export interface VirtualTime {
  now(): number;
  /** Calls back after `ms`, again and again when `repeats`. Gives the timer's number. */
  set(act: () => void, ms: number, repeats?: boolean): number;
  clear(timer: number | undefined): void;
  /** Runs the earliest timer that is due by `limit`, moving the clock to it; false when there is none. */
  step(limit: number): boolean;
  /** Moves the clock, running nothing: the phone lay in a pocket. */
  sleep(ms: number): void;
}

interface Timer {
  readonly at: number;
  readonly act: () => void;
  readonly everyMs: number | undefined;
}

/** Time that begins at `start`. */
export function virtualTime(start: number): VirtualTime {
  const timers = new Map<number, Timer>();
  let now = start;
  let last = 0;
  const earliest = () => [...timers].reduce<[number, Timer] | undefined>(earlier, undefined);
  return {
    now: () => now,
    set: (act, ms, repeats = false) => {
      last += 1;
      const length = Math.max(1, Number(ms) || 0);
      timers.set(last, { at: now + length, act, everyMs: repeats ? length : undefined });
      return last;
    },
    clear: (timer) => {
      if (timer !== undefined) timers.delete(timer);
    },
    step: (limit) => {
      const [number, timer] = earliest() ?? [];
      if (number === undefined || timer === undefined || timer.at > limit) return false;
      now = Math.max(now, timer.at);
      if (timer.everyMs === undefined) timers.delete(number);
      else timers.set(number, { ...timer, at: now + timer.everyMs });
      timer.act();
      return true;
    },
    sleep: (ms) => {
      now += ms;
    },
  };
}

const earlier = (first: [number, Timer] | undefined, other: [number, Timer]) =>
  first === undefined || other[1].at < first[1].at ? other : first;

/** The same time for one app: its timers end with it. */
export function timeOfOneApp(time: VirtualTime): VirtualTime & { end(): void } {
  const own = new Set<number>();
  return {
    ...time,
    set: (act, ms, repeats) => {
      const timer = time.set(act, ms, repeats);
      own.add(timer);
      return timer;
    },
    end: () => own.forEach(time.clear),
  };
}
