import type { ArrivedFailure } from '@tongcheng/shared/client';
import type { ScannedDeparture } from '@tongcheng/shared/coaches/passenger-wire';
import { useEffect, useRef, useState } from 'react';
import { usePhone } from '../../client/phone';
import { useLookedAt } from '../../platform/view/looked-at';

/** So often an open page asks: a new time or a cancellation is told within this, and a phone in a waiting hall lasts the day. */
const everyMs = 20_000;

const deadCodes = ['departure-cancelled', 'departure-code-replaced', 'departure-past', 'departure-arrived'] as const;

/** Whether a code leads nowhere any more; whatever else is answered may pass. */
export const isDeadCode = (code: string): boolean => deadCodes.some((each) => each === code);

const arrivedOf = (seen: ScannedDeparture): ScannedDeparture => ({ ...seen, phase: 'arrived', changeable: false });

interface NewsNeeds {
  readonly code: string;
  readonly seen: ScannedDeparture | undefined;
  /** Something of this phone is under way; its answer is newer than one that was asked for before. */
  readonly busy: boolean;
  readonly put: (departure: ScannedDeparture) => void;
}

/**
 * Asks anew how a coach is while somebody looks at its page and it has not left, at once when they come back. Gives why the code has died since; without a
 * network nothing is said, what was seen stays. Once it has left nothing is asked: its passengers show their proofs from this page on arrival.
 */
export function useDepartureNews({ code, seen, busy, put }: NewsNeeds): ArrivedFailure<string> | undefined {
  const { rider } = usePhone();
  const isLookedAt = useLookedAt();
  const [ended, setEnded] = useState<{ readonly code: string; readonly failure: ArrivedFailure<string> }>();
  const latest = useRef({ seen, busy, put });
  latest.current = { seen, busy, put };
  const isWaiting = seen?.changeable === true && ended?.code !== code;
  const cameBack = useRef(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    if (!isLookedAt) {
      cameBack.current = true;
      return undefined;
    }
    const ask = async () => {
      const before = latest.current;
      if (before.busy) return;
      const answer = await rider.call('coaches.look-at-departure', { code });
      const now = latest.current;
      if (now.busy || now.seen !== before.seen) return;
      if (answer.ok) now.put(answer.value);
      // Their proofs are shown from this page on arrival.
      else if (answer.failure.code === 'departure-arrived' && now.seen) now.put(arrivedOf(now.seen));
      else if (isDeadCode(answer.failure.code)) setEnded({ code, failure: answer.failure });
    };
    const askQuietly = () => void ask().catch(() => undefined);
    if (cameBack.current) askQuietly();
    cameBack.current = false;
    const timer = setInterval(askQuietly, everyMs);
    return () => clearInterval(timer);
  }, [rider, code, isLookedAt, isWaiting]);
  return ended?.code === code ? ended.failure : undefined;
}
