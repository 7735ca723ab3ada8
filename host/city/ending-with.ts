import type { Transport } from '@tongcheng/shared/client';

/** Transports that end when a signal comes. */
export interface EndingCalls {
  readonly transportOf: (personIndex: number) => Transport;
  /** When the signal has come and no call is under way any more. */
  readonly ended: Promise<undefined>;
}

const never = new Promise<never>(() => undefined);

/** After the signal no call begins and no answer comes back, so that whoever waits for one does nothing more. */
export function endingWith(signal: AbortSignal, transportOf: (personIndex: number) => Transport): EndingCalls {
  const underWay = new Set<Promise<unknown>>();
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const follow = (transport: Transport): Transport => {
    return async (request) => {
      if (signal.aborted) return never;
      const call = transport(request);
      const one = call.finally(() => underWay.delete(one));
      underWay.add(one);
      const answer = await one;
      return signal.aborted ? never : answer;
    };
  };
  return {
    transportOf: (personIndex) => follow(transportOf(personIndex)),
    ended: aborted.then(() => Promise.allSettled(underWay)).then(() => undefined),
  };
}
