import type { ArrivedFailure } from '@tongcheng/shared/client';
import { useEffect, useRef, useState } from 'react';
import { useClient } from './client-context';
import type { ServerCall } from './use-query';

/** Something that a person has the server do: whether it is under way, and why it was refused last. */
export interface Mutation {
  readonly isPending: boolean;
  readonly failure?: ArrivedFailure<string>;
  /** Does it; gives its value, or `undefined` after a refusal, which `failure` then says. */
  readonly run: <T>(call: ServerCall<T>) => Promise<T | undefined>;
  readonly reset: () => void;
}

interface Progress {
  readonly isPending: boolean;
  readonly failure?: ArrivedFailure<string>;
}

const idle: Progress = { isPending: false };

/** One such call of a screen. A second start while one is under way does nothing. */
export const useMutation = (): Mutation => {
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

  const run = async <T>(call: ServerCall<T>): Promise<T | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    setProgress({ isPending: true });
    const reply = await call(client);
    busy.current = false;
    if (there.current) setProgress(reply.ok ? idle : { isPending: false, failure: reply.failure });
    return reply.ok ? reply.value : undefined;
  };
  return { ...progress, run, reset: () => setProgress(idle) };
};
