import type { Log } from '../ports/log';
import { ServiceUnavailable } from '../ports/service-unavailable';

/**
 * The same call; each time the service is away the log says which and why (a code, a status, never what was asked). Inside a breaker, so
 * that a rest is quiet. Riders see only that something is unavailable: an unpaid account would otherwise be seen by nobody.
 */
export const toldAway =
  <A extends readonly unknown[], R>(log: Log, provider: string, call: (...asked: A) => Promise<R>) =>
  async (...asked: A): Promise<R> => {
    try {
      return await call(...asked);
    } catch (fault) {
      if (fault instanceof ServiceUnavailable)
        log.event('warning', 'an outside service is away', { provider, failure: fault.message });
      throw fault;
    }
  };
