import type { Instant } from './time';

/** Something that is good until an instant: a token, temporary credentials. */
export interface Expiring<T> {
  readonly value: T;
  readonly endsAt: Instant;
}

/** Holds one such thing for all who need it. */
export interface Held<T> {
  /** The held one, or a fresh one shortly before its end. Many at once wait for one fetch. Throws what the fetch throws; nothing of a failure is kept. */
  get(): Promise<Expiring<T>>;
  /** Lets this very one go because it was refused. Of many who were refused together only the first causes a fetch. */
  drop(refused: Expiring<T>): void;
}

/** Holds what `fetch` gives until `marginMs` before its end. */
export function held<T>(fetch: () => Promise<Expiring<T>>, clock: { now(): Instant }, marginMs: number): Held<T> {
  let current: Expiring<T> | undefined;
  let fetching: Promise<Expiring<T>> | undefined;
  const fetched = async () => {
    try {
      current = await fetch();
      return current;
    } finally {
      fetching = undefined;
    }
  };
  return {
    get: async () => {
      if (current && clock.now() < current.endsAt - marginMs) return current;
      fetching ??= fetched();
      return fetching;
    },
    drop: (refused) => {
      if (current === refused) current = undefined;
    },
  };
}
