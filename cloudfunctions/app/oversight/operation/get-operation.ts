import type { getOperation as endpoint } from '@tongcheng/shared/oversight/api';
import { ok } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../../ports/document-store';
import type { UseCase } from '../../use-case';
import { type ServiceRecord, serviceStates, type TimerPartRecord, timerParts } from './operation-record';

/** How outside services answered last and how the parts of the timer's work ended: of the installation, whatever city asks. */
export const getOperation: UseCase<typeof endpoint, { readonly store: DocumentStore }> = async ({ store }) => {
  const services: ServiceRecord[] = [];
  for await (const batch of store.stream(serviceStates, { where: {} })) services.push(...batch);
  const parts: TimerPartRecord[] = [];
  for await (const batch of store.stream(timerParts, { where: {} })) parts.push(...batch);
  return ok({ services: services.map(serviceOf), timers: parts.map(timerOf) });
};

const serviceOf = ({ _id, answeredAt, failedAt, failure }: ServiceRecord) => ({
  service: _id,
  away: (failedAt ?? 0) > (answeredAt ?? 0),
  ...(answeredAt !== undefined && { answeredAt }),
  ...(failedAt !== undefined && { failedAt }),
  ...(failure !== undefined && { failure }),
});

const timerOf = ({ _id, ranAt, tookMs, ok: ranThrough, failedAt }: TimerPartRecord) => ({
  part: _id,
  ranAt,
  tookMs,
  ok: ranThrough,
  ...(failedAt !== undefined && { failedAt }),
});
