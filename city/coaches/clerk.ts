import { type Client, createClient, type Transport } from '@tongcheng/shared/client';
import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import type { Instant } from '@tongcheng/shared/time';
import type { CoachState } from './coach-state';

/** What the clerk of the province takes. */
export interface ClerkNeeds {
  /** To the product as it is now, by the true time. */
  readonly transport: Transport;
  readonly now: () => Instant;
  readonly state: CoachState;
  /** What an authenticator app shows for a secret. */
  readonly oneTimeCode: (secret: string, at: Instant) => string;
}

/** The official of the simulated province: adds operators, invites staff, files ledgers, as anybody signed in to the console may. */
export interface Clerk {
  readonly client: Client;
  /** Makes sure of a session that holds and gives its token; undefined where it cannot be had. */
  token(): Promise<string | undefined>;
}

const renewBeforeMs = 60_000;

/** A clerk who signs in when first needed. */
export function clerkOf(needs: ClerkNeeds): Clerk {
  let session: OfficialSession | undefined;
  let opening: Promise<OfficialSession | undefined> = Promise.resolve(undefined);
  const open = async () => {
    if (session && session.accessExpiresAt - renewBeforeMs > needs.now()) return session;
    session = (await renewed(needs)) ?? (await signedIn(needs));
    if (session) needs.state.clerkRefreshToken = session.refreshToken;
    return session;
  };
  const token = async () => {
    opening = opening.then(open, open);
    return (await opening)?.accessToken;
  };
  return { client: createClient(needs.transport, () => session?.accessToken), token };
}

async function renewed({ state, transport }: ClerkNeeds): Promise<OfficialSession | undefined> {
  const refreshToken = state.clerkRefreshToken;
  if (refreshToken === undefined) return undefined;
  const answer = await createClient(transport, () => undefined).call('oversight.refresh-official', { refreshToken });
  return answer.ok ? answer.value : undefined;
}

async function signedIn({ state, transport, oneTimeCode, now }: ClerkNeeds): Promise<OfficialSession | undefined> {
  if (!state.clerk) return undefined;
  const { login, password, totpSecret } = state.clerk;
  const asked = { login, password, totp: oneTimeCode(totpSecret, now()) };
  const answer = await createClient(transport, () => undefined).call('oversight.sign-in-official', asked);
  return answer.ok ? answer.value : undefined;
}
