import type { Instant } from '@tongcheng/shared/time';
import { useEffect, useState } from 'react';

const secondMs = 1_000;

/** A clock that a screen shows: drawn anew at each full second. */
export function useSecond(now: () => Instant): Instant {
  const [at, setAt] = useState(now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const present = now();
      setAt(present);
      timer = setTimeout(tick, secondMs - (((present % secondMs) + secondMs) % secondMs) + 5);
    };
    tick();
    return () => clearTimeout(timer);
  }, [now]);
  return at;
}
