import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import { useCallback, useRef, useState } from 'react';
import { tabStorage } from '../platform/text-storage';
import { type Focus, focusOn, nextAfter, nobody, pick } from './focus';
import type { Arrival } from './use-feed';

const mostHandled = 30;

/** Scans that staff have done with, on this tab: a reload does not offer them again. Only ids, no names. */
const handledAt = (venueId: string) => {
  const storage = tabStorage(`tongcheng.verify.handled.${venueId}`);
  const read = () => (storage.read() ?? '').split(' ');
  return {
    has: (scanId: string) => read().includes(scanId),
    add: ({ scanId }: Focus) => {
      if (scanId !== undefined)
        storage.write([scanId, ...read().filter((id) => id !== scanId)].slice(0, mostHandled).join(' '));
    },
  };
};

/** Who stands large: follows arrivals, and staff's touches. All instants are the server's. */
export const useStage = (venueId: string) => {
  const [focus, setFocus] = useState(nobody);
  const handled = useRef(handledAt(venueId)).current;
  const arrive = useCallback(
    ({ fresh, feed }: Arrival, at: Instant) => {
      const open = fresh.filter(({ scanId, refusal }) => refusal === undefined && !handled.has(scanId));
      setFocus((before) => focusOn(before, open, feed.items, at));
    },
    [handled],
  );
  return {
    focus,
    arrive,
    choose: (scanId: string, at: Instant) => setFocus(pick(scanId, at)),
    markHandled: () => {
      handled.add(focus);
      setFocus((before) => ({ ...before, handled: true }));
    },
    next: (items: readonly FeedScan[], at: Instant) => {
      handled.add(focus);
      setFocus((before) => nextAfter(before, items, at));
    },
  };
};
