import type { Instant } from '@tongcheng/shared/time';
import type { Feed } from './feed';

/** Without an answer for this long nothing on the screen is shown as live any more. */
export const staleAfterMs = 10_000;
/** A scan older than this is no longer about the person who stands here; the rider's own screen expires likewise. */
export const pastAfterMs = 60_000;

/** `live`: answered. `retrying`: the last attempt failed. `stale`: no answer for ten seconds, or never one. */
export type Freshness = 'starting' | 'live' | 'retrying' | 'stale';

/** How far the screen can be believed at `at`, by the tablet's clock. A clock set back counts as silence. */
export const freshnessOf = (feed: Feed, at: Instant): Freshness => {
  if (feed.answeredAt === undefined) return feed.failures === 0 ? 'starting' : 'stale';
  const silenceMs = at - feed.answeredAt;
  if (silenceMs >= staleAfterMs || silenceMs < -staleAfterMs) return 'stale';
  return feed.failures > 0 ? 'retrying' : 'live';
};

const slowest = 5_000;

/** How long to wait before the next attempt: a second, doubled for each failure in a row, never over five. */
export const nextPollMs = (failures: number): number => Math.min(slowest, 1_000 * 2 ** Math.min(failures, 8));
