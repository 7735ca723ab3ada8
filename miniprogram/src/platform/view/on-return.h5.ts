import { useEffect, useRef } from 'react';

/** Does something each time the rider comes back to this page: from another tab, another app, or the locked phone. */
export function useOnReturn(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const changed = () => {
      if (document.visibilityState === 'visible') latest.current();
    };
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, []);
}
