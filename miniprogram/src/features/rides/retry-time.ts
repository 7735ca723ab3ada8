import type { ArrivedFailure } from '@tongcheng/shared/client';
import type { Instant } from '@tongcheng/shared/time';
import type { Phone } from '../../client/phone';
import { hasFields, type PhoneRecord } from '../../client/records';

type Needs = Pick<Phone, 'memory' | 'clock'>;

/** When the service asked to be left alone until. Of this run of the app only: after it, the service may be well again. */
const retryTime: PhoneRecord<{ readonly notBefore: Instant }> = {
  key: 'tc.retryTime',
  empty: { notBefore: 0 },
  is: (value): value is { readonly notBefore: Instant } =>
    hasFields(value, 'notBefore') && typeof value.notBefore === 'number',
};

/** No service asks for more; a longer time comes of a clock that was put right meanwhile. */
const longestMs = 60_000;

/** How long kept scans are still to wait; 0 when they may go. */
export function retryInMs({ memory, clock }: Needs): number {
  const waits = memory.read(retryTime).notBefore - clock.now();
  return waits > 0 && waits <= longestMs ? waits : 0;
}

/**
 * Remembers after which time the service may be asked again, if it said so: its `Retry-After`, which it repeats in the failure because
 * platforms hide headers, and up to half as long again, by the scan, so that not every phone comes at the same moment.
 */
export function rememberRetryTime({ memory, clock }: Needs, failure: ArrivedFailure<string>, scanId: string): void {
  const seconds = failure.details?.retryAfterSeconds;
  if (typeof seconds !== 'number') return;
  const spread = (scanId.charCodeAt(scanId.length - 1) % 16) / 32;
  memory.write(retryTime, { notBefore: clock.now() + Math.min(longestMs, seconds * 1_000 * (1 + spread)) });
}
