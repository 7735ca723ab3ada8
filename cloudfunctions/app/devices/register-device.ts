import type { registerDevice as endpoint } from '@tongcheng/shared/devices/api';
import { newId } from '@tongcheng/shared/ids';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import type { CityOf, VenueOf } from '../venues/cached-records';
import { operators } from '../venues/operator-record';
import { claimKey } from './claim-key';
import { type DeviceRecord, deviceRow, devices } from './device-record';

/** What registering or inviting a device takes. */
export interface RegisterDeviceNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
  readonly chance: Chance;
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
}

/** Registers a device of a city of the caller, on record first. One key is one device's, for ever. */
export const registerDevice: UseCase<typeof endpoint, RegisterDeviceNeeds> = async (needs, caller, input) => {
  const { city, venueId, operatorId, publicKey } = input;
  if (!oversees(caller, cityScope(city)) || !(await needs.cityOf(city))) return fail('city-unknown');
  if (venueId !== undefined && (await needs.venueOf(venueId))?.city !== city) return fail('venue-unknown');
  if (operatorId !== undefined && (await needs.store.get(operators, operatorId))?.city !== city)
    return fail('operator-unknown');
  const now = needs.clock.now();
  const deviceId = newId(now, needs.chance.bytes);
  if (!(await claimKey(needs.store, publicKey, deviceId))) return fail('key-refused');
  const device: DeviceRecord = {
    _id: deviceId,
    ...input,
    registeredAt: now,
    registeredBy: caller.officialId,
  };
  const access = { who: caller.officialId, city, what: device._id, reason: 'register', counts: {} };
  await recordAccess(needs, { purpose: 'device-keys', ...access });
  await needs.store.insert(devices, device);
  return ok(deviceRow(device));
};
