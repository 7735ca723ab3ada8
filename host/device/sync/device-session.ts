import { deviceSignInText } from '@tongcheng/shared/devices/sign-in-text';
import { minuteMs } from '@tongcheng/shared/time';
import type { ClockWatch } from '../clock-watch';
import { forgetSecrets, type GateMemory } from '../gate-memory';
import type { Answered, DeviceSession, GateServer } from '../gate-server';
import type { DeviceKey } from '../store/key-pair';

/** What signing in needs. */
export interface DeviceSessionNeeds {
  readonly server: Pick<GateServer, 'challenge' | 'signIn'>;
  readonly deviceId: string;
  readonly key: DeviceKey;
  readonly memory: GateMemory;
  readonly clock: ClockWatch;
  readonly softwareVersion: string;
}

/** Calls of a device under its session. */
export interface SignedIn {
  /** Does something under the token of the moment; signs in before, and once more where the token is no longer good. */
  call<T>(ask: (token: string) => Promise<Answered<T>>): Promise<Answered<T>>;
}

/** Codes by which the server says that a token is not good, or no longer. */
const tokenRefused = ['not-signed-in', 'session-stale', 'not-allowed'];

/** Sessions of a device by its key. A sign-in that is refused ends what the gate may decide by, and one that succeeds begins it again. */
export function deviceSessions(needs: DeviceSessionNeeds): SignedIn {
  const { clock } = needs;
  let session: DeviceSession | undefined;
  const isGood = (): boolean => session !== undefined && session.accessExpiresAt > clock.now() + minuteMs / 2;
  const tokenNow = async (): Promise<Answered<string>> => {
    if (session && isGood()) return { ok: true, value: session.accessToken };
    const signedIn = await signIn(needs);
    if (!signedIn.ok) return signedIn;
    session = signedIn.value;
    return { ok: true, value: session.accessToken };
  };
  const call = async <T>(ask: (token: string) => Promise<Answered<T>>, isSecond = false): Promise<Answered<T>> => {
    const token = await tokenNow();
    if (!token.ok) return token;
    const answer = await ask(token.value);
    if (answer.ok || !tokenRefused.includes(answer.code) || isSecond) return answer;
    session = undefined;
    return call(ask, true);
  };
  return { call: (ask) => call(ask) };
}

async function signIn({ server, deviceId, key, memory, softwareVersion }: DeviceSessionNeeds) {
  const asked = await server.challenge(deviceId);
  if (!asked.ok) return asked;
  const { challenge } = asked.value;
  const signature = key.sign(deviceSignInText(challenge));
  const signedIn = await server.signIn({ deviceId, challenge, signature, softwareVersion });
  if (signedIn.ok) memory.isRevoked = false;
  else if (signedIn.code === 'device-refused') forgetSecrets(memory);
  return signedIn;
}
