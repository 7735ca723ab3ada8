import type { BreakerState } from '@tongcheng/cloudfunctions/adapters/breaker/behind-breaker';
import { Gauge, type Registry } from 'prom-client';

const states: readonly BreakerState[] = ['closed', 'open', 'half-open'];

/** A gauge that is 1 for the state in which the breaker around a service is, and 0 for the others; gives the function that sets it. */
export function breakerGauge(registry: Registry): (service: string, state: BreakerState) => void {
  const gauge = new Gauge({
    name: 'tongcheng_breaker',
    help: 'Breakers around outside services: 1 for the state each is in, closed, open or half-open',
    labelNames: ['service', 'state'],
    registers: [registry],
  });
  return (service, state) => {
    for (const each of states) gauge.set({ service, state: each }, each === state ? 1 : 0);
  };
}
