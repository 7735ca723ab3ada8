import { useEffect } from 'react';
import { useMustProve, usePhone } from './phone';

/**
 * Asks whether this account was proved meanwhile, at a desk or on another phone: as the screen opens, whenever it comes back to the front, and with `everyMs`
 * so often as long as it stays there. Who was proved has a new session, which the question brings; the screens follow it. Asks nothing of an account that has
 * nothing to prove.
 */
export function useProofNews(isInFront: boolean, everyMs?: number): void {
  const { rider } = usePhone();
  const isAsked = useMustProve();
  useEffect(() => {
    if (!isAsked || !isInFront) return;
    const ask = () => rider.call('identity.list-own-accounts', {}).catch(() => undefined);
    ask();
    if (everyMs === undefined) return;
    const timer = setInterval(ask, everyMs);
    return () => clearInterval(timer);
  }, [rider, isAsked, isInFront, everyMs]);
}
