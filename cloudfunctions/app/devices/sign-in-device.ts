import { createHash } from 'node:crypto';
import type { signInDevice as endpoint } from '@tongcheng/shared/devices/api';
import { deviceSignInText } from '@tongcheng/shared/devices/sign-in-text';
import { fail, ok } from '@tongcheng/shared/result';
import { dayOf } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import { accessMs } from '../sessions/sessions';
import type { Tokens } from '../sessions/tokens';
import type { UseCase } from '../use-case';
import { deviceRow, devices, usedChallenges } from './device-record';
import { noteState } from './device-state';
import { isSignedBy } from './ed25519';
import { holds } from './get-challenge';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
  readonly tokens: Tokens;
}

/** The session of a device: one for as long as it is registered, so that revoking it ends every token. */
export const deviceSession = (deviceId: string): string => `device.${deviceId}`;

/**
 * A device proves its key and gets an ordinary access token; there is nothing to renew, it signs another challenge. Each
 * challenge serves once. Unknown, revoked and wrongly signed are told alike.
 */
export const signInDevice: UseCase<typeof endpoint, Needs> = async (needs, _caller, input) => {
  const { deviceId, challenge, signature, softwareVersion } = input;
  if (!(await holds(needs, deviceId, challenge))) return fail('device-refused');
  const device = await needs.store.get(devices, deviceId);
  if (!device || device.revokedAt !== undefined) return fail('device-refused');
  if (!isSignedBy(device.publicKey, deviceSignInText(challenge), signature)) return fail('device-refused');
  const now = needs.clock.now();
  const day = dayOf(now);
  const used = { _id: `${day}.${createHash('sha256').update(challenge).digest('hex')}`, day };
  if ((await needs.store.insert(usedChallenges, used)) === 'exists') return fail('device-refused');
  await noteState(needs, deviceId, softwareVersion === undefined ? {} : { softwareVersion });
  const accessExpiresAt = now + accessMs;
  const accessToken = needs.tokens.issue({
    kind: 'device',
    session: deviceSession(deviceId),
    issuedAt: now,
    expiresAt: accessExpiresAt,
    device: deviceId,
    deviceKind: device.kind,
    city: device.city,
    ...(device.venueId !== undefined && { venue: device.venueId }),
    ...(device.operatorId !== undefined && { operator: device.operatorId }),
  });
  return ok({ accessToken, accessExpiresAt, device: deviceRow(device) });
};
