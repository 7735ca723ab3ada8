import type { Instant } from '@tongcheng/shared/time';
import { useEffect, useState } from 'react';

/** The clock's time, looked at again every `everyMs`. */
export const useNow = (clock: () => Instant, everyMs: number): Instant => {
  const [at, setAt] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setAt(clock()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return at;
};
