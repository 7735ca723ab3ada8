import type { RiderSession } from '@tongcheng/shared/identity/wire';
import type { Instant } from '@tongcheng/shared/time';
import { hasFields, type PhoneRecord, type Records } from './records';

/** A session as the phone keeps it, with how far the server's clock was ahead of the phone's when it came. */
export interface StoredSession extends RiderSession {
  readonly aheadMs: number;
}

/** Nothing yet, a session, or the rider's wish to stay signed out. */
export type SessionState =
  | { readonly is: 'none' }
  | { readonly is: 'signed-out' }
  | { readonly is: 'held'; readonly session: StoredSession };

/** Where the session is kept. */
export const sessionRecord: PhoneRecord<SessionState> = {
  key: 'tc.session',
  empty: { is: 'none' },
  is: (value): value is SessionState =>
    hasFields(value, 'is') &&
    (value.is === 'none' ||
      value.is === 'signed-out' ||
      (hasFields(value, 'session') && hasFields(value.session, 'accessToken', 'refreshToken', 'account', 'aheadMs'))),
};

/** Writes how many cards are bound, as the phone has just seen: the account itself comes with the next renewal only. */
export function noteBoundCards(records: Records, count: (before: number) => number): void {
  const state = records.read(sessionRecord);
  if (state.is !== 'held') return;
  const { account } = state.session;
  const boundCards = count(account.boundCards);
  if (boundCards === account.boundCards) return;
  records.write(sessionRecord, { is: 'held', session: { ...state.session, account: { ...account, boundCards } } });
}

/** Writes how many accounts wait for a word of the rider, as the phone has just seen. */
export function noteClaims(records: Records, waiting: number): void {
  const state = records.read(sessionRecord);
  if (state.is !== 'held' || (state.session.account.claims ?? 0) === waiting) return;
  const { claims: _before, ...account } = state.session.account;
  const next = waiting === 0 ? account : { ...account, claims: waiting };
  records.write(sessionRecord, { is: 'held', session: { ...state.session, account: next } });
}

/** A token is renewed this long before its end, so that it does not end on the way. */
const marginMs = 20_000;

/** Whether the access token still holds by the server's clock. */
export const isFresh = ({ accessExpiresAt, aheadMs }: StoredSession, phoneNow: Instant): boolean =>
  phoneNow + aheadMs < accessExpiresAt - marginMs;

/** The same session with its access token given up, because the server no longer takes it. */
export const withoutAccessToken = (session: StoredSession): StoredSession => ({ ...session, accessExpiresAt: 0 });
