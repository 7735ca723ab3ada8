import { deliveries } from '@tongcheng/cloudfunctions/app/reports/records';
import type { Clock } from '@tongcheng/cloudfunctions/ports/clock';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { Gauge, type Registry } from 'prom-client';

/** Deliveries that are not done yet, read when somebody looks: how many, and how old the oldest is. */
export function outboxGauges(
  registry: Registry,
  { store, clock }: { readonly store: DocumentStore; readonly clock: Clock },
): void {
  new Gauge({
    name: 'tongcheng_outbox_deliveries',
    help: 'Deliveries of reports by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      for (const state of watched) this.set({ state }, await store.count(deliveries, { state }));
    },
  });
  new Gauge({
    name: 'tongcheng_outbox_oldest_seconds',
    help: 'Age of the oldest delivery that waits, 0 when none does',
    registers: [registry],
    async collect() {
      this.set((await oldestAgeMs(store, clock.now())) / 1_000);
    },
  });
}

const watched = ['queued', 'failed'] as const;

async function oldestAgeMs(store: DocumentStore, now: number): Promise<number> {
  let oldest = now;
  for await (const batch of store.stream(deliveries, { where: { state: 'queued' } }))
    for (const { queuedAt } of batch) oldest = Math.min(oldest, queuedAt);
  return now - oldest;
}
