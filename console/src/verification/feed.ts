import type { Answer } from '@tongcheng/shared/client';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';

/** One answer of `rides.venue-feed`. */
export type FeedAnswer = Extract<Answer<'rides.venue-feed'>, { readonly ok: true }>['value'];

/** What the screen knows of its venue. All instants but `answeredAt` are the server's. */
export interface Feed {
  /** Newest first, each scan once. */
  readonly items: readonly FeedScan[];
  /** The last answer without its items; absent before the first. */
  readonly last?: Omit<FeedAnswer, 'items'>;
  /** When the last answer came, by this tablet's clock. */
  readonly answeredAt?: Instant;
  /** What this tablet's clock lacks to the server's. */
  readonly offsetMs: number;
  /** Attempts without an answer since the last one that had one. */
  readonly failures: number;
}

/** Before the first answer. */
export const emptyFeed: Feed = { items: [], offsetMs: 0, failures: 0 };

/** As many scans as the screen remembers; it shows five. */
export const rememberedScans = 60;

/** Every scan once, the later word about it kept, newest first. */
const joined = (held: readonly FeedScan[], arrived: readonly FeedScan[]): readonly FeedScan[] => {
  const byId = new Map(held.map((item) => [item.scanId, item]));
  for (const item of arrived) byId.set(item.scanId, { ...byId.get(item.scanId), ...item });
  return [...byId.values()].sort((a, b) => b.recordedAt - a.recordedAt).slice(0, rememberedScans);
};

/** The feed after an answer that came at `at`, and the scans in it that were not there before, oldest first. */
export const mergeFeed = (
  feed: Feed,
  answer: FeedAnswer,
  at: Instant,
): { readonly feed: Feed; readonly fresh: readonly FeedScan[] } => {
  const { items: arrived, ...last } = answer;
  const known = new Set(feed.items.map((item) => item.scanId));
  const fresh = arrived.filter((item) => !known.has(item.scanId)).sort((a, b) => a.recordedAt - b.recordedAt);
  const items = joined(feed.items, arrived);
  return { feed: { items, last, answeredAt: at, offsetMs: answer.serverAt - at, failures: 0 }, fresh };
};

/** The feed after an attempt that brought no answer. */
export const missFeed = (feed: Feed): Feed => ({ ...feed, failures: feed.failures + 1 });

/** The feed with what this screen's staff just decided about a boarding, before the server repeats it. */
export const markDecided = (
  feed: Feed,
  scanId: string,
  boarding: Omit<NonNullable<FeedScan['boarding']>, 'by'>,
): Feed => ({
  ...feed,
  items: feed.items.map((item) => (item.scanId === scanId ? { ...item, boarding } : item)),
});

/** The feed with an assisted scan that this screen just made, before the server reports it. */
export const joinAssistedScan = (feed: Feed, item: FeedScan): Feed => ({ ...feed, items: joined(feed.items, [item]) });
