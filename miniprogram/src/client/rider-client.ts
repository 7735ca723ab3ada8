import type { Client } from '@tongcheng/shared/client';
import type { RiderSession } from '@tongcheng/shared/identity/wire';
import { hasFields } from './records';
import { type ClientSessionNeeds, currentSession, type SessionResult, storeSession } from './renew-session';
import { sessionRecord, withoutAccessToken } from './session-record';

/** Calls endpoints as the rider of this phone. Signs in and renews by itself, keeps any session that comes as an answer; never throws. */
export interface RiderClient extends Client {
  /** A session that holds, or why there is none. Many askers at once cause one renewal. */
  ensure(): Promise<SessionResult>;
  /** Ends the session here or everywhere and stays signed out until {@link RiderClient.signInAgain}. */
  signOut(everywhere: boolean): Promise<void>;
  signInAgain(): Promise<SessionResult>;
}

/** Codes by which the server says that the access token no longer holds. */
const stale = ['not-signed-in', 'session-stale'];

/** The rider's client over the plain one. */
export function createRiderClient(needs: ClientSessionNeeds): RiderClient {
  const { client, records } = needs;
  let underway: Promise<SessionResult> | undefined;
  const ensure = (): Promise<SessionResult> => {
    underway ??= needs
      .withLock('session', () => currentSession(needs))
      .finally(() => {
        underway = undefined;
      });
    return underway;
  };
  const send: Client['call'] = async (name, input) => {
    const answer = await client.call(name, input);
    const came: unknown = answer.ok ? answer.value : undefined;
    if (isSession(came)) storeSession(needs, came, answer.serverAt);
    return answer;
  };
  const call: Client['call'] = async (name, input) => {
    const ready = await ensure();
    if (!ready.ok) return ready;
    const token = tokenOf(needs);
    const answer = await send(name, input);
    if (answer.ok || !stale.includes(answer.failure.code)) return answer;
    giveUp(needs, token);
    const again = await ensure();
    return again.ok ? send(name, input) : again;
  };
  return {
    call,
    ensure,
    signOut: async (everywhere) => {
      await call('identity.sign-out', { everywhere });
      records.write(sessionRecord, { is: 'signed-out' });
    },
    signInAgain: () => {
      records.write(sessionRecord, { is: 'none' });
      return ensure();
    },
  };
}

/** The access token of the moment, for the transport. */
export const tokenOf = ({ records }: Pick<ClientSessionNeeds, 'records'>): string | undefined => {
  const state = records.read(sessionRecord);
  return state.is === 'held' ? state.session.accessToken : undefined;
};

/** Gives up a refused token, unless another tab has renewed it meanwhile. */
function giveUp({ records }: ClientSessionNeeds, refused: string | undefined): void {
  const state = records.read(sessionRecord);
  if (state.is !== 'held' || state.session.accessToken !== refused) return;
  records.write(sessionRecord, { is: 'held', session: withoutAccessToken(state.session) });
}

const isSession = (value: unknown): value is RiderSession =>
  hasFields(value, 'accessToken', 'refreshToken', 'accessExpiresAt', 'account');
