/**
 * Requests that may be worked on at once, a batch counting for more: twice what keeps a machine busy, some 120 ms of work on one processor
 * (decision 146). Beyond it everybody would wait longer, and nobody would be answered sooner.
 */
const maxUnderWay = 128;
/** A scan has some 300 bytes; a batch of fifty counts for three. */
const bytesOfOne = 4_096;

/** Those refused are told different times, so that they do not all come again at once. */
const retrySeconds = { least: 1, most: 30 } as const;
/** Of what was answered in the last second, this share is promised to those who come again: the rest is for newcomers. */
const shareForRetries = 0.5;
const leastPerSecond = 100;

/** Bounds the work under way. */
export interface LoadLimit {
  /** Seconds after which a request is to come again, as there is no room for it; undefined when there is. */
  refuse(): number | undefined;
  /** Work on a request with a body of so many bytes begins; gives how to say that it ended. */
  begin(bytes: number): () => void;
}

/** A limit by a clock of milliseconds. `max` is of the machine. */
export function makeLoadLimit(now: () => number, max: number = maxUnderWay): LoadLimit {
  let underWay = 0;
  let second = { from: now(), answered: 0 };
  let perSecond = leastPerSecond;
  let promisedUntil = 0;

  const count = () => {
    const at = now();
    if (at - second.from >= 1_000) {
      perSecond = Math.max(leastPerSecond, (second.answered * 1_000) / (at - second.from));
      second = { from: at, answered: 0 };
    }
    second.answered += 1;
  };

  return {
    refuse: () => {
      if (underWay < max) return undefined;
      const at = now();
      promisedUntil = Math.max(promisedUntil, at + retrySeconds.least * 1_000) + 1_000 / (perSecond * shareForRetries);
      return Math.min(retrySeconds.most, Math.ceil((promisedUntil - at) / 1_000));
    },
    begin: (bytes) => {
      const weight = Math.max(1, Math.floor(bytes / bytesOfOne));
      underWay += weight;
      return () => {
        underWay -= weight;
        count();
      };
    },
  };
}
