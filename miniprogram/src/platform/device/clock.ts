import type { Instant } from '@tongcheng/shared/time';

/** What the phone believes the time is; it may be wrong by a day. */
export const phoneNow = (): Instant => Date.now();
