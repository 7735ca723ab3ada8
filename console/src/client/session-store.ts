import { useSyncExternalStore } from 'react';
import type { TextStorage } from '../platform/text-storage';

/** What every session has in common. */
export interface SessionTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** How the attempt to renew a session ended. */
export type Renewal<S> =
  | { readonly kind: 'renewed'; readonly session: S }
  | { readonly kind: 'ended' }
  | { readonly kind: 'unanswered' };

/** Keeps one session, announces its changes, and renews it once however many calls ask at the same time. */
export interface SessionStore<S extends SessionTokens> {
  read(): S | undefined;
  write(session: S | undefined): void;
  /** Whether a usable session is there afterwards. An ended one is taken away; an unanswered attempt leaves it. */
  renew(): Promise<boolean>;
  subscribe(listener: () => void): () => void;
}

interface Needs<S extends SessionTokens> {
  readonly tokenStorage: TextStorage;
  /** Recognises a session read back from the storage. */
  readonly parse: (text: string) => S | undefined;
  readonly refresh: (session: S) => Promise<Renewal<S>>;
}

/** A session in a storage. A refresh token works once, so a session renewed by another tab is adopted, not renewed again. */
export const createSessionStore = <S extends SessionTokens>({
  tokenStorage,
  parse,
  refresh,
}: Needs<S>): SessionStore<S> => {
  const listeners = new Set<() => void>();
  const stored = () => {
    const text = tokenStorage.read();
    return text === undefined ? undefined : parse(text);
  };
  let session = stored();
  let underWay: Promise<boolean> | undefined;

  const hold = (next: S | undefined) => {
    session = next;
    for (const listener of listeners) listener();
  };
  const write = (next: S | undefined) => {
    tokenStorage.write(next === undefined ? undefined : JSON.stringify(next));
    hold(next);
  };
  const renewOnce = async () => {
    const held = session;
    if (!held) return false;
    const elsewhere = stored();
    if (elsewhere && elsewhere.refreshToken !== held.refreshToken) {
      hold(elsewhere);
      return true;
    }
    const renewal = await refresh(held);
    if (session !== held) return session !== undefined;
    if (renewal.kind === 'renewed') write(renewal.session);
    if (renewal.kind === 'ended') write(undefined);
    return renewal.kind === 'renewed';
  };

  return {
    read: () => session,
    write,
    renew: () => {
      underWay ??= renewOnce().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};

/** The session of the moment; the screen follows sign-in, renewal and sign-out. */
export const useSession = <S extends SessionTokens>(keeper: SessionStore<S>): S | undefined =>
  useSyncExternalStore(keeper.subscribe, keeper.read);
