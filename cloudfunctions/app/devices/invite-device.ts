import type { inviteDevice as endpoint } from '@tongcheng/shared/devices/enrolment-api';
import { newOneTimeCode } from '@tongcheng/shared/one-time-code';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { dayMs } from '@tongcheng/shared/time';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import { operators } from '../venues/operator-record';
import { deviceInvitationId, deviceInvitations } from './device-invitation';
import type { RegisterDeviceNeeds } from './register-device';

/** A device is to be enrolled within a day. */
const validMs = dayMs;

/**
 * A one-time code for a device of a city of the caller, on record first. The key is the device's own: nobody copies one from paper, and the
 * code, 60 bits by chance, says where the device stands and whose it is.
 */
export const inviteDevice: UseCase<typeof endpoint, RegisterDeviceNeeds> = async (needs, caller, input) => {
  const { city, venueId, operatorId } = input;
  if (!oversees(caller, cityScope(city)) || !(await needs.cityOf(city))) return fail('city-unknown');
  if (venueId !== undefined && (await needs.venueOf(venueId))?.city !== city) return fail('venue-unknown');
  if (operatorId !== undefined && (await needs.store.get(operators, operatorId))?.city !== city)
    return fail('operator-unknown');
  const code = newOneTimeCode(needs.chance.bytes);
  const _id = deviceInvitationId(code);
  const expiresAt = needs.clock.now() + validMs;
  const access = { who: caller.officialId, city, what: _id, reason: 'invite', counts: {} };
  await recordAccess(needs, { purpose: 'device-keys', ...access });
  await needs.store.insert(deviceInvitations, { _id, ...input, invitedBy: caller.officialId, expiresAt });
  return ok({ code, expiresAt });
};
