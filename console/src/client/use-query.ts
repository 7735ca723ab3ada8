import type { ArrivedFailure, Client } from '@tongcheng/shared/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from './client-context';

/**
 * Loads when the screen opens, whenever `key` changes (then forgetting the old answer), every `everyMs` if given, and on
 * `refetch`. A reply that comes after the key changed is dropped.
 */
export const useQuery = <T>(
  call: ServerCall<T>,
  key: string,
  everyMs?: number,
): QueryState<T> & { readonly refetch: () => void } => {
  const client = useClient();
  const [state, setState] = useState<QueryState<T>>(initialQuery);
  const latest = useRef(call);
  latest.current = call;
  const current = useRef(key);
  current.current = key;

  const load = useCallback(
    async (forKey: string) => {
      const reply = await latest.current(client);
      if (current.current === forKey) setState((before) => queryAfter(before, reply));
    },
    [client],
  );

  useEffect(() => {
    setState(initialQuery);
    void load(key);
    if (everyMs === undefined) return undefined;
    const timer = setInterval(() => void load(key), everyMs);
    return () => clearInterval(timer);
  }, [load, key, everyMs]);

  return { ...state, refetch: () => void load(key) };
};

/** An answer as screens use it, whatever its endpoint. */
export type ServerReply<T> =
  | { readonly ok: true; readonly value: T; readonly serverAt?: number }
  | { readonly ok: false; readonly failure: ArrivedFailure<string>; readonly serverAt?: number };

/** A call to the server: `(client) => client.call(…)`. */
export type ServerCall<T> = (client: Client) => Promise<ServerReply<T>>;

/** What a screen knows of a query. A failure keeps the last answer, so that old figures stay, marked by their time. */
export interface QueryState<T> {
  readonly isLoading: boolean;
  readonly value?: T;
  readonly failure?: ArrivedFailure<string>;
}

/** Nothing known yet. */
const initialQuery: QueryState<never> = { isLoading: true };

/** What is known after a reply. */
const queryAfter = <T>(before: QueryState<T>, reply: ServerReply<T>): QueryState<T> => {
  if (reply.ok) return { isLoading: false, value: reply.value };
  const kept = before.value === undefined ? {} : { value: before.value };
  return { isLoading: false, failure: reply.failure, ...kept };
};
