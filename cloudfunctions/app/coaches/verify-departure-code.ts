import { timingSafeEqual } from 'node:crypto';
import {
  departureCodeInText,
  departureMac,
  readDepartureCode,
  type UnverifiedDepartureCode,
} from '@tongcheng/shared/coaches/departure-code';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { type SessionNeeds, sessions } from '../sessions/session-record';
import { timesOf } from '../sessions/session-times';
import type { SigningKeys } from '../sessions/signing-keys';

/** Stands in the place of an account: keys of crews' phones are derived from the session alone, which their codes name. */
const crews = 'departures';

/** The key with which the phone of a crew's session signs codes of departures; 32 bytes. */
export const departureKeyOf = (keys: SigningKeys, sessionId: string): Uint8Array => keys.keyOf(crews, sessionId);

/** A code that a phone of ours signed; nothing is known yet of what became of the departure. Reads nothing. */
export function verifyDepartureCode(
  keys: SigningKeys,
  text: string,
): Result<UnverifiedDepartureCode, 'departure-code-unknown' | 'departure-code-forged'> {
  const code = readDepartureCode(departureCodeInText(text) ?? text);
  if (!code) return fail('departure-code-unknown');
  const expected = departureMac(departureKeyOf(keys, code.fields.sessionId), code.body);
  const isOurs = timingSafeEqual(Buffer.from(expected), Buffer.from(code.mac));
  return isOurs ? ok(code) : fail('departure-code-forged');
}

/** Whether the session whose phone made a code is still open: else the code holds only for a departure that has arrived here. */
export async function isSessionOpen(
  needs: Pick<SessionNeeds, 'store' | 'vault' | 'clock'>,
  sessionId: string,
): Promise<boolean> {
  const session = await needs.store.get(sessions, sessionId);
  return session?.kind === 'staff' && !session.ended && timesOf(needs, session).expiresAt > needs.clock.now();
}
