import type { ArrivedFailure, Client } from '@tongcheng/shared/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { usePhone } from './phone';

/** Any endpoint's answer with a value of this type. */
export type AnswerOf<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ArrivedFailure<string> };

/** One request of the rider, as a screen writes it: `(rider) => rider.call('cards.list-cards', {})`. */
export type RiderRequest<T> = (rider: Client) => Promise<AnswerOf<T>>;

/** What a screen loads. */
export interface QueryResult<T> {
  /** Undefined until it came; kept while it is fetched again. */
  readonly value: T | undefined;
  /** Why the last request was refused; undefined while the next one is under way. */
  readonly failure: ArrivedFailure<string> | undefined;
  /** A request is under way. */
  readonly busy: boolean;
  readonly fetch: () => Promise<void>;
  /** Sends a change of what was loaded, and loads it again when the change was taken. */
  readonly change: (request: RiderRequest<unknown>) => Promise<void>;
  /** Takes a value that came by another way, such as the answer to an addition. */
  readonly put: (value: T) => void;
}

/**
 * Loads when the screen opens and whenever `key` changes; with `wait` only when {@link QueryResult.fetch} is called. An answer that comes after
 * the key changed is dropped.
 */
export function useQuery<T>(request: RiderRequest<T>, { key = '', wait = false } = {}): QueryResult<T> {
  const { rider } = usePhone();
  const [value, put] = useState<T>();
  const [failure, setFailure] = useState<ArrivedFailure<string>>();
  const [busy, setBusy] = useState(false);
  const latest = useRef({ request, key });
  latest.current = { request, key };
  const fetch = useCallback(async () => {
    const asked = latest.current;
    setFailure(undefined);
    setBusy(true);
    const answer = await asked.request(rider);
    if (latest.current.key !== asked.key) return;
    setBusy(false);
    if (answer.ok) put(answer.value);
    else setFailure(answer.failure);
  }, [rider]);
  const change = async (act: RiderRequest<unknown>) => {
    setBusy(true);
    const answer = await act(rider);
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    await fetch();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the key loads anew
  useEffect(() => {
    if (!wait) fetch();
  }, [fetch, key, wait]);
  return { value, failure, busy, fetch, change, put };
}
