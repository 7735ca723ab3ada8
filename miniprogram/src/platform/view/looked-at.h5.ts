import { useEffect, useState } from 'react';
import { useInFront } from './in-front';

const isShown = () => document.visibilityState === 'visible';

/** Whether somebody may be looking: this page is the one in front, and its tab is neither behind another nor on a locked phone. */
export function useLookedAt(): boolean {
  const inFront = useInFront();
  const [isVisible, setVisible] = useState(isShown);
  useEffect(() => {
    const changed = () => setVisible(isShown());
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, []);
  return inFront && isVisible;
}
