import type { getOperation as endpoint } from '@tongcheng/shared/oversight/api';
import type { MailQueue } from '@tongcheng/shared/oversight/operation-api';
import { ok } from '@tongcheng/shared/result';
import { addDays, dayOf } from '@tongcheng/shared/time';
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
export const getOperation: UseCase<typeof endpoint, Needs> = async ({ store, clock }) => {
  const services: ServiceRecord[] = [];
  for await (const batch of store.stream(serviceStates, { where: {} })) services.push(...batch);
  const parts: TimerPartRecord[] = [];
  for await (const batch of store.stream(timerParts, { where: {} })) parts.push(...batch);
  return ok({ services: services.map(serviceOf), timers: parts.map(timerOf), mail: await mailQueue({ store, clock }) });
};

/** Deliveries that were given up are told for so many days. */
const failureDays = 7;

async function mailQueue({ store, clock }: Needs): Promise<MailQueue> {
  const queued = { state: 'queued' } as const;
  const lately = { gte: addDays(dayOf(clock.now()), -failureDays) };
  const [waiting, failed, next] = await Promise.all([
    store.count(deliveries, queued),
    store.count(deliveries, { state: 'failed', day: lately }),
    store.find(deliveries, { where: queued, order: { by: 'nextAttemptAt', direction: 'asc' }, limit: 1 }),
  ]);
  const [first] = next.items;
  return { queued: waiting, failed, ...(first && { nextAttemptAt: first.nextAttemptAt }) };
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
