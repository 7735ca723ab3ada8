import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import { ProviderAway } from '../../ports/provider-away';

/** Five failures in a row open the circuit; after five seconds one call tries again. */
const failuresBeforeOpen = 5;
const restMs = 5_000;

/** Keeps a service that is away from being asked by every rider: while open, calls throw ProviderAway at once. */
export function breaker(): <T>(call: () => Promise<T>) => Promise<T> {
  const circuit = circuitBreaker(handleAll, {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failuresBeforeOpen),
  });
  return (call) => circuit.execute(call).catch(away);
}

function away(cause: unknown): never {
  if (cause instanceof BrokenCircuitError) throw new ProviderAway('the service is resting after failures', { cause });
  throw cause;
}
