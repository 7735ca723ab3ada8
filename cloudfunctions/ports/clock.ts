import type { Instant } from '@tongcheng/shared/time';

/** The time, injected (safety rule 14). */
export interface Clock {
  now(): Instant;
}
