import { passText } from '@tongcheng/shared/credentials/pass-text';
import { passStepOf, signStep, stepMs } from '@tongcheng/shared/credentials/step';
import type { Instant } from '@tongcheng/shared/time';
import { useCallback, useEffect, useState } from 'react';
import { useSecond } from '../../client/use-second';
import { phoneNow } from '../../platform/device/clock';
import type { HeldPass } from './held-pass';

/** The code of the minute. */
interface PassCode {
  /** By the server's clock. */
  readonly now: Instant;
  /** The text of the code; undefined while it is made, and once the check is over. */
  readonly text: string | undefined;
  /** The key gave no signature. */
  readonly unmade: boolean;
  readonly secondsLeft: number;
  readonly refresh: () => void;
}

const secondMs = 1_000;

/** Signs each minute of a pass on this phone, with nobody online (X-02, P-06); nothing once the check or the pass is over. */
export function usePassCode({ bytes, key, aheadMs, certificate }: HeldPass): PassCode {
  const now = useSecond(useCallback(() => phoneNow() + aheadMs, [aheadMs]));
  const [turn, setTurn] = useState(0);
  const [made, setMade] = useState<{ readonly of: Uint8Array; readonly step: Instant; readonly text: string }>();
  const [unmade, setUnmade] = useState(false);
  const step = passStepOf(now);
  const isOver = now >= certificate.expiresAt;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn signs the same minute anew
  useEffect(() => {
    if (isOver) return;
    let isLatest = true;
    const sign = async () => {
      const signed = await signStep({ certificate: bytes, step }, { suite: key.key.suite, sign: key.sign });
      if (!isLatest) return;
      setMade({ of: bytes, step, text: passText(signed) });
      setUnmade(false);
    };
    sign().catch(() => {
      if (isLatest) setUnmade(true);
    });
    return () => {
      isLatest = false;
    };
  }, [bytes, key, step, isOver, turn]);
  return {
    now,
    text: isOver || made?.step !== step || made.of !== bytes ? undefined : made.text,
    unmade,
    secondsLeft: Math.ceil((step + stepMs - now) / secondMs),
    refresh: () => setTurn(turn + 1),
  };
}
