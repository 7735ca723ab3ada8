import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import { pastAfterMs } from './freshness';

/** Which scan stands large, and since when (server's clock). `handled`: staff acted on it or chose *next*. */
export interface Focus {
  readonly scanId?: string;
  readonly since: Instant;
  readonly handled: boolean;
  /** Scans that arrived behind a verdict that is being held. */
  readonly behind: number;
}

/** Nobody before the screen. */
export const nobody: Focus = { since: 0, handled: true, behind: 0 };

/** A verdict that is not *admit* stays for this long, so that the next rider's green does not cover it. */
export const holdMs = 4_000;

/** Delivered late: the rider was here some time ago. Such a scan is listed, never shown large. */
export const isDeliveredLate = (item: FeedScan): boolean => item.flags.includes('late');

const isHeld = (focus: Focus, shown: FeedScan | undefined, at: Instant) =>
  shown !== undefined && !focus.handled && shown.decision !== 'admit' && at - focus.since < holdMs;

/** The one of several arrivals to show: the last that is no *admit*, else the last. */
const mostUrgent = (arrived: readonly FeedScan[]): FeedScan | undefined => {
  const newestFirst = [...arrived].reverse();
  return newestFirst.find((item) => item.decision !== 'admit') ?? newestFirst[0];
};

/** The focus after scans arrived. */
export const focusOn = (focus: Focus, fresh: readonly FeedScan[], items: readonly FeedScan[], at: Instant): Focus => {
  const present = fresh.filter((item) => !isDeliveredLate(item) && at - item.recordedAt < pastAfterMs);
  const chosen = mostUrgent(present);
  if (!chosen) return focus;
  const shown = items.find((item) => item.scanId === focus.scanId);
  if (isHeld(focus, shown, at) && chosen.decision === 'admit')
    return { ...focus, behind: focus.behind + present.length };
  return { scanId: chosen.scanId, since: at, handled: false, behind: present.length - 1 };
};

/** Staff touched a scan of the list. */
export const pick = (scanId: string, at: Instant): Focus => ({ scanId, since: at, handled: false, behind: 0 });

/** Staff chose *next*: the newest of those who scanned behind a held verdict, else nobody. */
export const nextAfter = (focus: Focus, items: readonly FeedScan[], at: Instant): Focus => {
  const newest = items.find((item) => !isDeliveredLate(item) && item.scanId !== focus.scanId);
  if (focus.behind === 0 || !newest || at - newest.recordedAt >= pastAfterMs) return nobody;
  return { scanId: newest.scanId, since: at, handled: false, behind: 0 };
};

/** What the large panel is to show. */
export type Stage =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'now'; readonly item: FeedScan }
  | { readonly kind: 'past'; readonly item: FeedScan };

/** The large panel at `at` (server's clock): a scan of more than a minute ago is never shown as the one who stands here. */
export const stageOf = (focus: Focus, items: readonly FeedScan[], at: Instant): Stage => {
  const item = items.find((candidate) => candidate.scanId === focus.scanId);
  if (!item) return { kind: 'waiting' };
  return at - item.recordedAt < pastAfterMs && !isDeliveredLate(item) ? { kind: 'now', item } : { kind: 'past', item };
};
