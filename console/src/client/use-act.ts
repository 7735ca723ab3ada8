import type { ArrivedFailure } from '@tongcheng/shared/client';
import { useEffect, useRef, useState } from 'react';
import { useClient } from './client-context';
import type { Question } from './use-asked';

/** An act that a person starts: whether it is under way, and why it was refused last. */
export interface Act {
  readonly underWay: boolean;
  readonly failure?: ArrivedFailure<string>;
  /** Does it; gives its value, or `undefined` after a refusal, which `failure` then tells. */
  readonly run: <T>(question: Question<T>) => Promise<T | undefined>;
  readonly forget: () => void;
}

interface Progress {
  readonly underWay: boolean;
  readonly failure?: ArrivedFailure<string>;
}

const idle: Progress = { underWay: false };

/** One act of a screen. A second start while one is under way does nothing. */
export const useAct = (): Act => {
  const client = useClient();
  const [progress, setProgress] = useState(idle);
  const busy = useRef(false);
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);

  const run = async <T>(question: Question<T>): Promise<T | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    setProgress({ underWay: true });
    const reply = await question(client);
    busy.current = false;
    if (there.current) setProgress(reply.ok ? idle : { underWay: false, failure: reply.failure });
    return reply.ok ? reply.value : undefined;
  };
  return { ...progress, run, forget: () => setProgress(idle) };
};
