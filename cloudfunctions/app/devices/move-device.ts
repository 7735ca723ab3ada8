import type { moveDevice as endpoint } from '@tongcheng/shared/devices/enrolment-api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import type { VenueOf } from '../venues/cached-records';
import { deviceRow, devices } from './device-record';

interface Needs extends AuditNeeds {
  readonly venueOf: VenueOf;
}

/** Places at which a device stood before, so that taps which it still keeps count where they were made. */
const remembered = 20;

/** Moves a device of a city of the caller to a venue of that city, on record first; the device learns it when it next asks for its keys. */
export const moveDevice: UseCase<typeof endpoint, Needs> = async (needs, caller, input) => {
  const { deviceId, venueId, place } = input;
  const stored = await needs.store.get(devices, deviceId);
  if (!stored || stored.revokedAt !== undefined || !oversees(caller, cityScope(stored.city)))
    return fail('device-not-registered');
  if ((await needs.venueOf(venueId))?.city !== stored.city) return fail('venue-unknown');
  const access = { who: caller.officialId, city: stored.city, what: deviceId, reason: 'move', counts: {} };
  await recordAccess(needs, { purpose: 'device-keys', ...access });
  const { _v, place: _place, venueId: before, ...rest } = stored;
  const earlier = [...(rest.earlierVenueIds ?? []), ...(before === undefined ? [] : [before])];
  const moved = {
    ...rest,
    venueId,
    ...(place && { place }),
    earlierVenueIds: [...new Set(earlier)].filter((each) => each !== venueId).slice(-remembered),
  };
  if ((await needs.store.update(devices, moved, _v)) !== 'updated') return moveDevice(needs, caller, input);
  return ok(deviceRow(moved));
};
