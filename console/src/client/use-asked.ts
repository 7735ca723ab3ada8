import type { ArrivedFailure, Client } from '@tongcheng/shared/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from './client-context';

/**
 * Asks when the screen opens, whenever `key` changes (then forgetting the old answer), every `everyMs` if given, and on
 * `askAgain`. A reply that comes after the key changed is dropped.
 */
export const useAsked = <T>(
  question: Question<T>,
  key: string,
  everyMs?: number,
): Asked<T> & { readonly askAgain: () => void } => {
  const client = useClient();
  const [asked, setAsked] = useState<Asked<T>>(notYetAsked);
  const latest = useRef(question);
  latest.current = question;
  const current = useRef(key);
  current.current = key;

  const ask = useCallback(
    async (forKey: string) => {
      const reply = await latest.current(client);
      if (current.current === forKey) setAsked((before) => afterReply(before, reply));
    },
    [client],
  );

  useEffect(() => {
    setAsked(notYetAsked);
    void ask(key);
    if (everyMs === undefined) return undefined;
    const timer = setInterval(() => void ask(key), everyMs);
    return () => clearInterval(timer);
  }, [ask, key, everyMs]);

  return { ...asked, askAgain: () => void ask(key) };
};

/** An answer as screens use it, whatever its endpoint. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T; readonly serverAt?: number }
  | { readonly ok: false; readonly failure: ArrivedFailure<string>; readonly serverAt?: number };

/** A question to the server: `(client) => client.call(…)`. */
export type Question<T> = (client: Client) => Promise<Reply<T>>;

/** What a screen knows of what it asked for. A failure keeps the last answer, so that old figures stay, marked by their time. */
export interface Asked<T> {
  readonly waiting: boolean;
  readonly value?: T;
  readonly failure?: ArrivedFailure<string>;
}

/** Nothing known yet. */
export const notYetAsked: Asked<never> = { waiting: true };

/** What is known after a reply. */
export const afterReply = <T>(before: Asked<T>, reply: Reply<T>): Asked<T> => {
  if (reply.ok) return { waiting: false, value: reply.value };
  const kept = before.value === undefined ? {} : { value: before.value };
  return { waiting: false, failure: reply.failure, ...kept };
};
