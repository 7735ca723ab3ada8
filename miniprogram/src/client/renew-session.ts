import type { Channel } from '@tongcheng/shared/caller';
import type { ArrivedFailure, Client, TransportFailureCode } from '@tongcheng/shared/client';
import type { RiderSession } from '@tongcheng/shared/identity/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { Records } from './records';
import { isFresh, type SessionState, type StoredSession, sessionRecord } from './session-record';

/** Who vouches for the holder of this phone. */
interface SignInSource {
  readonly channel: Channel;
  readonly code: () => Promise<string | undefined>;
}

/** What keeping a session takes. */
export interface ClientSessionNeeds {
  readonly client: Client;
  readonly records: Records;
  readonly phoneNow: () => Instant;
  readonly signIn: SignInSource;
  /** The city to sign in to; undefined when the service is away. */
  readonly city: () => Promise<string | undefined>;
  /** Runs work that two tabs must not do at once. */
  readonly withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** A session that holds, or why there is none. */
export type SessionResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly failure: ArrivedFailure<TransportFailureCode | 'not-signed-in'> };

const signedOut: SessionResult = {
  ok: false,
  failure: {
    code: 'not-signed-in',
    retry: 'after-change',
    zh: '您已退出登录。重新登录后继续。',
    en: 'You are signed out. Sign in again to go on.',
  },
};

const signInUnavailable: SessionResult = {
  ok: false,
  failure: {
    code: 'no-answer',
    retry: 'later',
    zh: '登录服务暂时没有回应。请稍后再试。',
    en: 'The sign-in service is not answering. Please try again soon.',
  },
};

/** Keeps a session that came, with the server's lead over the phone's clock. */
export function storeSession(needs: ClientSessionNeeds, session: RiderSession, serverAt: Instant | undefined): void {
  const phoneNow = needs.phoneNow();
  const held: StoredSession = { ...session, aheadMs: (serverAt ?? phoneNow) - phoneNow };
  needs.records.write(sessionRecord, { is: 'held', session: held });
}

/** A session that holds: the one at hand, a renewed one, or a new one by silent sign-in. */
export async function currentSession(needs: ClientSessionNeeds): Promise<SessionResult> {
  const state = needs.records.read(sessionRecord);
  if (state.is === 'signed-out') return signedOut;
  if (state.is === 'none') return signInSilently(needs);
  if (isFresh(state.session, needs.phoneNow())) return { ok: true };
  return refreshed(needs, state);
}

async function refreshed(
  needs: ClientSessionNeeds,
  state: SessionState & { readonly is: 'held' },
): Promise<SessionResult> {
  const { refreshToken } = state.session;
  const answer = await needs.client.call('identity.refresh', { refreshToken });
  if (answer.ok) {
    storeSession(needs, answer.value, answer.serverAt);
    return { ok: true };
  }
  if (answer.failure.code === 'session-ended' || answer.failure.retry !== 'later') return signInSilently(needs);
  return unreachable(answer.failure);
}

async function signInSilently(needs: ClientSessionNeeds): Promise<SessionResult> {
  const [city, code] = await Promise.all([needs.city(), needs.signIn.code()]);
  if (city === undefined || code === undefined) return signInUnavailable;
  const answer = await needs.client.call('identity.sign-in', { provider: needs.signIn.channel, code, city });
  if (!answer.ok) return unreachable(answer.failure);
  storeSession(needs, answer.value, answer.serverAt);
  return { ok: true };
}

/** Why the service could not be reached, in the words that came; a scan is then kept on the phone. */
function unreachable({ code, zh, en }: ArrivedFailure<string>): SessionResult {
  return { ok: false, failure: { code: code === 'no-network' ? code : 'no-answer', retry: 'later', zh, en } };
}
