import { useEffect, useState } from 'react';
import { type DeparturePage, isDeparturePage } from './departures';

const everyMs = 5_000;

/** The coaches of the moment, read again while the page is open; undefined where no province is simulated. */
export const useDepartures = (get: (path: string) => Promise<unknown>): DeparturePage | undefined => {
  const [page, setPage] = useState<DeparturePage>();
  useEffect(() => {
    const read = () => void get('/city/departures.json').then((told) => isDeparturePage(told) && setPage(told));
    read();
    const timer = setInterval(read, everyMs);
    return () => clearInterval(timer);
  }, [get]);
  return page;
};
