import { hourMs, minuteMs } from '../time';

/** After so many attempts, some three days, a delivery has failed and waits for an official. */
export const maxAttempts = 24;

/** How long after its n-th attempt a delivery is tried again: one minute, doubling, at most four hours. */
export const retryAfterMs = (attempts: number): number =>
  Math.min(minuteMs * 2 ** Math.max(0, Math.min(attempts - 1, 20)), 4 * hourMs);

/** An attempt that has not ended after so long counts as dead; longer than a mail server is ever waited for. */
export const attemptLimitMs = 15 * minuteMs;
