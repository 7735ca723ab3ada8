import { type AlertRecord, alerts } from '@tongcheng/cloudfunctions/app/alerts/alert-record';
import { type DeliveryRecord, deliveries } from '@tongcheng/cloudfunctions/app/reports/records';
import type { Clock } from '@tongcheng/cloudfunctions/ports/clock';
import type { DocumentStore, Stored } from '@tongcheng/cloudfunctions/ports/document-store';
import { Gauge, type Registry } from 'prom-client';

/** Deliveries of reports and alerts that are not done yet, read when somebody looks: how many, and how old the oldest is. */
export function outboxGauges(
  registry: Registry,
  { store, clock }: { readonly store: DocumentStore; readonly clock: Clock },
): void {
  const oldest = (name: string, help: string, waiting: () => AsyncIterable<readonly Queued[]>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set((await oldestAgeMs(waiting(), clock.now())) / 1_000);
      },
    });
  const count = <S extends string>(
    name: string,
    help: string,
    states: readonly S[],
    of: (state: S) => Promise<number>,
  ) =>
    new Gauge({
      name,
      help,
      labelNames: ['state'],
      registers: [registry],
      async collect() {
        for (const state of states) this.set({ state }, await of(state));
      },
    });
  count('tongcheng_outbox_deliveries', 'Deliveries of reports by state', undelivered, (state) =>
    store.count(deliveries, { state }),
  );
  oldest('tongcheng_outbox_oldest_seconds', 'Age of the oldest delivery that waits, 0 when none does', () =>
    store.stream(deliveries, { where: { state: 'queued' } }),
  );
  count('tongcheng_notices', 'Alerts to people on duty by state', untold, (state) => store.count(alerts, { state }));
  oldest('tongcheng_notices_oldest_seconds', 'Age of the oldest alert that waits, 0 when none does', () =>
    store.stream(alerts, { where: { state: 'waiting' } }),
  );
}

type Queued = Pick<Stored<DeliveryRecord> | Stored<AlertRecord>, 'queuedAt'>;
const undelivered = ['queued', 'failed'] as const;
const untold = ['waiting', 'refused', 'expired'] as const;

async function oldestAgeMs(batches: AsyncIterable<readonly Queued[]>, now: number): Promise<number> {
  let oldest = now;
  for await (const batch of batches) for (const { queuedAt } of batch) oldest = Math.min(oldest, queuedAt);
  return now - oldest;
}
