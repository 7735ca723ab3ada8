import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleType } from 'cockatiel';
import { ServiceUnavailable } from '../../ports/service-unavailable';

/** When a circuit opens and how long it rests. */
export interface BreakerOptions {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** After so long one call tries again. */
  readonly restMs: number;
}

/** Closed: the service is asked. Open: it rests. Half-open: one call is trying it. */
export type BreakerState = 'closed' | 'open' | 'half-open';

const wordOf: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

/** For services that a rider waits for: asked again soon, so that nobody is referred to staff longer than need be. */
export const defaultBreaker: BreakerOptions = { failures: 5, restMs: 5_000 };

/**
 * The same call, kept from a service that is away: after some {@link ServiceUnavailable} in a row it throws that at once, without asking.
 * Only an absent service opens it; a refusal or a fault of our own is an answer. Each wrapped call has a circuit of its own.
 * `watch` is told its state at once and at each change; an open one is tried by the first call after its rest, not by time alone.
 */
export function behindBreaker<A extends readonly unknown[], R>(
  call: (...asked: A) => Promise<R>,
  { failures, restMs }: BreakerOptions = defaultBreaker,
  watch?: (state: BreakerState) => void,
): (...asked: A) => Promise<R> {
  const circuit = circuitBreaker(handleType(ServiceUnavailable), {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failures),
  });
  watch?.(wordOf[circuit.state]);
  circuit.onStateChange((state) => watch?.(wordOf[state]));
  return (...asked) => circuit.execute(() => call(...asked)).catch(away);
}

function away(cause: unknown): never {
  if (cause instanceof BrokenCircuitError)
    throw new ServiceUnavailable('the service is resting after failures', { cause, done: 'nothing' });
  throw cause;
}
