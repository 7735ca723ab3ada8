import type { ArrivedFailure, Client, TransportFailureCode } from '@tongcheng/shared/client';
import type { RiderSession } from '@tongcheng/shared/identity/wire';
import type { Instant } from '@tongcheng/shared/time';
import { type HeldSession, isFresh, type SessionState, sessionRecord } from './held-session';
import type { Records } from './records';

/** Who vouches for the holder of this phone. */
export interface SignInSource {
  readonly provider: 'web' | 'wechat' | 'alipay';
  readonly code: () => Promise<string | undefined>;
}

/** What keeping a session takes. */
export interface SessionNeeds {
  readonly client: Client;
  readonly records: Records;
  readonly phoneNow: () => Instant;
  readonly signIn: SignInSource;
  /** The city to sign in to; undefined when the service is away. */
  readonly city: () => Promise<string | undefined>;
  /** Runs work that two tabs must not do at once. */
  readonly alone: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** A session that holds, or why there is none. */
export type Ensured =
  | { readonly ok: true }
  | { readonly ok: false; readonly failure: ArrivedFailure<TransportFailureCode | 'not-signed-in'> };

const signedOut: Ensured = {
  ok: false,
  failure: {
    code: 'not-signed-in',
    retry: 'after-change',
    zh: '您已退出登录。重新登录后继续。',
    en: 'You are signed out. Sign in again to go on.',
  },
};

const away: Ensured = {
  ok: false,
  failure: {
    code: 'no-answer',
    retry: 'later',
    zh: '登录服务暂时没有回应。请稍后再试。',
    en: 'The sign-in service is not answering. Please try again soon.',
  },
};

/** Keeps a session that came, with the server's lead over the phone's clock. */
export function adopt(needs: SessionNeeds, session: RiderSession, serverAt: Instant | undefined): void {
  const phoneNow = needs.phoneNow();
  const held: HeldSession = { ...session, aheadMs: (serverAt ?? phoneNow) - phoneNow };
  needs.records.write(sessionRecord, { is: 'held', session: held });
}

/** A session that holds: the one at hand, a renewed one, or a new one by silent sign-in. */
export async function renewSession(needs: SessionNeeds): Promise<Ensured> {
  const state = needs.records.read(sessionRecord);
  if (state.is === 'signed-out') return signedOut;
  if (state.is === 'none') return signInSilently(needs);
  if (isFresh(state.session, needs.phoneNow())) return { ok: true };
  return refreshed(needs, state);
}

async function refreshed(needs: SessionNeeds, state: SessionState & { readonly is: 'held' }): Promise<Ensured> {
  const { refreshToken } = state.session;
  const answer = await needs.client.call('identity.refresh', { refreshToken });
  if (answer.ok) {
    adopt(needs, answer.value, answer.serverAt);
    return { ok: true };
  }
  if (answer.failure.code === 'session-ended' || answer.failure.retry !== 'later') return signInSilently(needs);
  return unreachable(answer.failure);
}

async function signInSilently(needs: SessionNeeds): Promise<Ensured> {
  const [city, code] = await Promise.all([needs.city(), needs.signIn.code()]);
  if (city === undefined || code === undefined) return away;
  const answer = await needs.client.call('identity.sign-in', { provider: needs.signIn.provider, code, city });
  if (!answer.ok) return unreachable(answer.failure);
  adopt(needs, answer.value, answer.serverAt);
  return { ok: true };
}

/** Why the service could not be reached, in the words that came; a scan is then kept on the phone. */
function unreachable({ code, zh, en }: ArrivedFailure<string>): Ensured {
  return { ok: false, failure: { code: code === 'no-network' ? code : 'no-answer', retry: 'later', zh, en } };
}
