import type { getOperation as endpoint } from '@tongcheng/shared/oversight/api';
import type { MailQueue } from '@tongcheng/shared/oversight/operation-api';
import { ok } from '@tongcheng/shared/result';
import { cityScope, type Jurisdiction, oversees } from '@tongcheng/shared/scope';
import { addDays, type Day, dayOf } from '@tongcheng/shared/time';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import { deliveries } from '../../reports/records';
import type { UseCase } from '../../use-case';
import { type ServiceRecord, serviceStates, type TimerPartRecord, timerParts } from './operation-record';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
}

/** How outside services answered last and how the parts of the timer's work ended: of the installation, whatever city asks. */
export const getOperation: UseCase<typeof endpoint, Needs> = async ({ store, clock }, caller) => {
  const services: ServiceRecord[] = [];
  for await (const batch of store.stream(serviceStates, { where: {} })) services.push(...batch);
  const parts: TimerPartRecord[] = [];
  for await (const batch of store.stream(timerParts, { where: {} })) parts.push(...batch);
  return ok({
    services: services.map(serviceOf),
    timers: parts.map(timerOf),
    mail: await mailQueue({ store, clock }, caller),
  });
};

/** Deliveries that were given up are told for so many days. */
const failureDays = 7;

async function mailQueue({ store, clock }: Needs, caller: Jurisdiction): Promise<MailQueue> {
  const queued = { state: 'queued' } as const;
  const lately = { gte: addDays(dayOf(clock.now()), -failureDays) };
  const [waiting, failed, next] = await Promise.all([
    store.count(deliveries, queued),
    failuresByCity(store, lately),
    store.find(deliveries, { where: queued, order: { by: 'nextAttemptAt', direction: 'asc' }, limit: 1 }),
  ]);
  const [first] = next.items;
  const own = [...failed].filter(([city]) => oversees(caller, cityScope(city)));
  return {
    queued: waiting,
    failed: [...failed.values()].reduce((sum, each) => sum + each, 0),
    failedIn: own.map(([city, count]) => ({ city, failed: count })),
    ...(first && { nextAttemptAt: first.nextAttemptAt }),
  };
}

async function failuresByCity(store: DocumentStore, day: { readonly gte: Day }): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for await (const batch of store.stream(deliveries, { where: { state: 'failed', day } }))
    for (const { city } of batch) counts.set(city, 1 + (counts.get(city) ?? 0));
  return counts;
}

const serviceOf = ({ _id, answeredAt, failedAt, failure, restsSince = 0 }: ServiceRecord) => ({
  service: _id,
  away: (failedAt ?? 0) > (answeredAt ?? 0),
  ...(answeredAt !== undefined && { answeredAt }),
  ...(failedAt !== undefined && { failedAt }),
  ...(failure !== undefined && { failure }),
  ...(restsSince > 0 && restsSince > (answeredAt ?? 0) && { restsSince }),
});

const timerOf = ({ _id, ranAt, tookMs, ok: ranThrough, failedAt }: TimerPartRecord) => ({
  part: _id,
  ranAt,
  tookMs,
  ok: ranThrough,
  ...(failedAt !== undefined && { failedAt }),
});
