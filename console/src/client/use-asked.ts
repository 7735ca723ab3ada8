import { useCallback, useEffect, useRef, useState } from 'react';
import { type Asked, afterReply, notYetAsked, type Question } from './asked';
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
