import type { revokeDevice as endpoint } from '@tongcheng/shared/devices/api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import { revoke } from '../sessions/revocations';
import type { SessionNeeds } from '../sessions/session-record';
import type { UseCase } from '../use-case';
import { deviceRow, devices } from './device-record';
import { deviceSession } from './sign-in-device';

/**
 * Revokes a device of a city of the caller: it signs in no more, and what it holds already ends on every instance
 * within five seconds. Again is no harm: the token's end is written anew each time.
 */
export const revokeDevice: UseCase<typeof endpoint, SessionNeeds & AuditNeeds> = async (
  needs,
  caller,
  { deviceId, reason },
) => {
  const stored = await needs.store.get(devices, deviceId);
  if (!stored || !oversees(caller, cityScope(stored.city))) return fail('device-not-registered');
  const { _v, ...device } = stored;
  const access = { who: caller.officialId, city: device.city, what: deviceId, reason: 'revoke', counts: {} };
  await recordAccess(needs, { purpose: 'device-keys', ...access });
  const revoked =
    device.revokedAt === undefined
      ? { ...device, revokedAt: needs.clock.now(), revokedBy: caller.officialId, revokedReason: reason }
      : device;
  if ((await needs.store.update(devices, revoked, _v)) === 'conflict')
    return revokeDevice(needs, caller, { deviceId, reason });
  await revoke(needs, { about: deviceSession(deviceId), effect: 'ended' });
  return ok(deviceRow(revoked));
};
