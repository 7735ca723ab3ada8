import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import { useCallback, useState } from 'react';
import { focusOn, nextAfter, nobody, pick } from './focus';
import type { Arrival } from './use-feed';

/** Who stands large: follows arrivals, and staff's touches. All instants are the server's. */
export const useStage = () => {
  const [focus, setFocus] = useState(nobody);
  const arrive = useCallback(({ fresh, feed }: Arrival, at: Instant) => {
    setFocus((before) => focusOn(before, fresh, feed.items, at));
  }, []);
  return {
    focus,
    arrive,
    choose: (scanId: string, at: Instant) => setFocus(pick(scanId, at)),
    markHandled: () => setFocus((before) => ({ ...before, handled: true })),
    next: (items: readonly FeedScan[], at: Instant) => setFocus((before) => nextAfter(before, items, at)),
  };
};
