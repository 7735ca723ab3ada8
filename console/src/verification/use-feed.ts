import type { Client } from '@tongcheng/shared/client';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import { useCallback, useEffect, useRef, useState } from 'react';
import { emptyFeed, type Feed, joinAssistedScan, markDecided, mergeFeed, missFeed } from './feed';
import { nextPollMs } from './freshness';

/** Scans that were not known before, with the feed they are now part of. */
export interface Arrival {
  readonly fresh: readonly FeedScan[];
  readonly feed: Feed;
  /** The first answer after the screen was opened: what it brings happened before. */
  readonly first: boolean;
}

interface Needs {
  readonly client: Client;
  readonly venueId: string;
  readonly clock: () => Instant;
  readonly onArrival: (arrival: Arrival) => void;
  /** The connection was just lost. */
  readonly onLost: () => void;
}

const firstLimit = 10;
const laterLimit = 60;

const askFeed = ({ client, venueId }: Needs, cursor: string | undefined) =>
  client.call('rides.venue-feed', {
    venueId,
    ...(cursor === undefined ? { limit: firstLimit } : { limit: laterLimit, after: cursor }),
  });

/** Calls `attempt` again and again, each time after the one before ended and `pauseMs` passed; the answer stops it. */
const repeat = (attempt: (isStopped: () => boolean) => Promise<void>, pauseMs: () => number): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const round = async () => {
    await attempt(() => stopped);
    if (!stopped) timer = setTimeout(() => void round(), pauseMs());
  };
  void round();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
};

/** Polls the venue's feed as long as the screen is there. */
export const useFeed = (needs: Needs) => {
  const { client, venueId } = needs;
  const [feed, setFeed] = useState<Feed>(emptyFeed);
  const held = useRef(feed);
  const latest = useRef(needs);
  latest.current = needs;

  const keep = useCallback((next: Feed) => {
    held.current = next;
    setFeed(next);
  }, []);

  useEffect(() => {
    keep(emptyFeed);
    const asking = { ...latest.current, client, venueId };
    const attempt = async (isStopped: () => boolean) => {
      const before = held.current;
      const answer = await askFeed(asking, before.last?.cursor);
      if (isStopped()) return;
      if (!answer.ok) {
        if (before.failures === 0) latest.current.onLost();
        return keep(missFeed(held.current));
      }
      const merged = mergeFeed(held.current, answer.value, latest.current.clock());
      keep(merged.feed);
      if (merged.fresh.length > 0) latest.current.onArrival({ ...merged, first: before.last === undefined });
    };
    return repeat(attempt, () => nextPollMs(held.current.failures));
  }, [client, venueId, keep]);

  const noteRefusal = useCallback(
    (scanId: string, reason: string, at: Instant) =>
      keep(markDecided(held.current, scanId, { outcome: 'refused', reason, at })),
    [keep],
  );
  const noteException = useCallback(
    (scanId: string, reason: string, at: Instant) =>
      keep(markDecided(held.current, scanId, { outcome: 'let-on', reason, at })),
    [keep],
  );
  const noteAssistedScan = useCallback((item: FeedScan) => keep(joinAssistedScan(held.current, item)), [keep]);
  return { feed, noteRefusal, noteException, noteAssistedScan };
};
