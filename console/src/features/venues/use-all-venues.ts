import type { ArrivedFailure } from '@tongcheng/shared/client';
import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from '../../client/client-context';

interface Loaded {
  readonly venues: readonly VenueRow[];
  readonly total: number;
  readonly isLoading: boolean;
  readonly failure?: ArrivedFailure<string>;
}

const nothingYet: Loaded = { venues: [], total: 0, isLoading: true };
const pageSize = 1_000;

/** All venues of a city, page by page: the first thousand can be worked with while the others come. */
export const useAllVenues = (city: string) => {
  const client = useClient();
  const [loaded, setLoaded] = useState(nothingYet);
  const reading = useRef(0);
  const load = useCallback(async () => {
    reading.current += 1;
    const mine = reading.current;
    let venues: readonly VenueRow[] = [];
    let after: string | undefined;
    do {
      const input = { city, limit: pageSize, ...(after !== undefined && { after }) };
      const reply = await client.call('venues.list-venues', input);
      if (mine !== reading.current) return;
      if (!reply.ok) return setLoaded((before) => ({ ...before, isLoading: false, failure: reply.failure }));
      venues = [...venues, ...reply.value.venues];
      after = reply.value.next;
      setLoaded({ venues, total: reply.value.total, isLoading: after !== undefined });
    } while (after !== undefined);
  }, [client, city]);
  useEffect(() => {
    setLoaded(nothingYet);
    void load();
    return () => {
      reading.current += 1;
    };
  }, [load]);
  /** Puts changed venues in the place of what they were. */
  const put = (changed: readonly VenueRow[]) => {
    const byId = new Map(changed.map((venue) => [venue.venueId, venue]));
    setLoaded((before) => ({ ...before, venues: before.venues.map((venue) => byId.get(venue.venueId) ?? venue) }));
  };
  return { ...loaded, put, again: () => void load() };
};
