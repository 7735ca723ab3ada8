import type { Instant } from '@tongcheng/shared/time';
import { collection } from '../../../ports/document-store';

/** How an outside service answered last, whichever program asked it. */
export interface ServiceRecord {
  /** The name of the breaker around its call: `real-name`, `health-status`. */
  readonly _id: string;
  readonly answeredAt?: Instant;
  readonly failedAt?: Instant;
  /** Why it failed last: a code, a status; never what was asked. */
  readonly failure?: string;
  /** While its breaker is open, as the program says that opened it last: since when. 0 once it closed. */
  readonly restsSince?: Instant;
}
export const serviceStates = collection<ServiceRecord>()({
  name: 'serviceStates',
  keep: { until: 'never', because: 'a line a service, written over' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** How a part of the timer's work ended last. */
export interface TimerPartRecord {
  /** The name of the part: `daily reports`. */
  readonly _id: string;
  readonly ranAt: Instant;
  readonly tookMs: number;
  readonly ok: boolean;
  readonly failedAt?: Instant;
}
export const timerParts = collection<TimerPartRecord>()({
  name: 'timerParts',
  keep: { until: 'never', because: 'a line a part, written over' },
  belongs: { to: 'nobody' },
  indexes: [],
});
