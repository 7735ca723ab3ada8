import type { Device } from './device';
import type { VirtualTime } from './virtual-time';

/** A request as it leaves the phone. */
export interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
}

/** What comes back: a reply, or why there is none. */
export type Came = ({ readonly is: 'reply' } & Answered) | { readonly is: 'no-network' | 'timeout' | 'aborted' };

/** An answer: words, or a file as it is. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly bytes?: Uint8Array;
}

/** Who answers at the other end. */
export type Service = (asked: Asked) => Promise<Answered>;

/** The phone's network: at most ten requests under way at once, the rest wait their turn (both platforms' limit). */
export interface Network {
  send(asked: Asked, came: (outcome: Came) => void): { abort(): void };
  /** Requests that the service is working on: nothing else but waiting for them makes sense. */
  underWay(): number;
  /** Every request that left the phone, in order. */
  readonly log: Asked[];
  readonly maxAtOnce: () => number;
}

const limit = 10;

/** A network of a device to a service. */
export function networkOf(device: Device, time: VirtualTime, service: Service): Network {
  const log: Asked[] = [];
  const queue: (() => void)[] = [];
  let running = 0;
  let most = 0;
  let answering = 0;
  const next = () => {
    running -= 1;
    queue.shift()?.();
  };
  const go = (asked: Asked, came: (outcome: Came) => void) => {
    running += 1;
    most = Math.max(most, running);
    if (!device.online) {
      time.set(() => {
        next();
        came({ is: 'no-network' });
      }, 50);
      return;
    }
    log.push(asked);
    answering += 1;
    service(asked).then(
      (answered) => {
        answering -= 1;
        next();
        // Whoever lost the network meanwhile never hears the answer, though the service did its work.
        came(device.online ? { is: 'reply', ...answered } : { is: 'no-network' });
      },
      () => {
        answering -= 1;
        next();
        came({ is: 'no-network' });
      },
    );
  };
  return {
    log,
    underWay: () => answering,
    maxAtOnce: () => most,
    send: (asked, came) => {
      let over = false;
      const once = (outcome: Came) => {
        if (over) return;
        over = true;
        time.clear(timer);
        came(outcome);
      };
      const timer = time.set(() => once({ is: 'timeout' }), asked.timeoutMs);
      if (running < limit) go(asked, once);
      else queue.push(() => go(asked, once));
      return { abort: () => once({ is: 'aborted' }) };
    },
  };
}
