import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { useCallback, useEffect, useState } from 'react';
import { usePhone } from '../../../client/phone';
import { useInFront } from '../../../platform/view/in-front';

/** People look at the number while others scan (L-10: at once). */
const everyMs = 2_000;

/** How far a departure is, asked anew every two seconds while it is looked at; `isStale`: the last time nothing came. */
export function useSeen({ city, departureId }: { readonly city: string; readonly departureId: string }) {
  const { crew } = usePhone();
  const [seen, setSeen] = useState<DepartureView>();
  const [isStale, setStale] = useState(false);
  const inFront = useInFront();
  const ask = useCallback(async () => {
    const answer = await crew.call('coaches.get-manifest', { city, departureId });
    if (answer.ok) setSeen(answer.value.departure);
    setStale(!answer.ok);
  }, [crew, city, departureId]);
  useEffect(() => {
    if (!inFront) return undefined;
    ask();
    const timer = setInterval(ask, everyMs);
    return () => clearInterval(timer);
  }, [ask, inFront]);
  return { seen, isStale, ask };
}
