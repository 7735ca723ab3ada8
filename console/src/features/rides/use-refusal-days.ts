import type { ArrivedFailure } from '@tongcheng/shared/client';
import type { Day } from '@tongcheng/shared/time';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from '../../client/client-context';
import type { Refusals } from './live-figures';

interface Loaded {
  readonly lists: readonly Refusals[];
  readonly failure?: ArrivedFailure<string>;
  readonly isOver: boolean;
}

const nothingYet: Loaded = { lists: [], isOver: false };

/**
 * The refusals of each of some days, one day after the other, so that a long range shows what it has and can be stopped. No day at all is
 * the day that goes on, which only the server knows.
 */
export const useRefusalDays = (city: string, days: readonly Day[]) => {
  const client = useClient();
  const [loaded, setLoaded] = useState(nothingYet);
  const under = useRef(0);
  const key = days.join();
  const stop = useCallback(() => {
    under.current += 1;
    setLoaded((before) => ({ ...before, isOver: true }));
  }, []);
  const load = useCallback(async () => {
    under.current += 1;
    const mine = under.current;
    setLoaded(nothingYet);
    const asked = key === '' ? [{}] : key.split(',').map((day) => ({ day }));
    for (const one of asked) {
      const reply = await client.call('rides.list-refusals', { city, ...one });
      if (mine !== under.current) return;
      if (!reply.ok) return setLoaded((before) => ({ ...before, failure: reply.failure, isOver: true }));
      setLoaded((before) => ({ ...before, lists: [...before.lists, reply.value] }));
    }
    setLoaded((before) => ({ ...before, isOver: true }));
  }, [client, city, key]);
  useEffect(() => {
    void load();
    return () => {
      under.current += 1;
    };
  }, [load]);
  return { ...loaded, stop, again: () => void load() };
};
