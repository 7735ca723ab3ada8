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
import { type DeviceRecord, deviceRow, devices } from './device-record';
import { isPublicKey } from './ed25519';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
  readonly chance: Chance;
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
}

/** Registers a device of a city of the caller, on record first. One key is one device's, for ever. */
export const registerDevice: UseCase<typeof endpoint, Needs> = async (needs, caller, input) => {
  const { city, venueId, operatorId, publicKey } = input;
  if (!oversees(caller, cityScope(city)) || !(await needs.cityOf(city))) return fail('city-unknown');
  if (venueId !== undefined && (await needs.venueOf(venueId))?.city !== city) return fail('venue-unknown');
  if (operatorId !== undefined && (await needs.store.get(operators, operatorId))?.city !== city)
    return fail('operator-unknown');
  if (!isPublicKey(publicKey) || (await needs.store.count(devices, { publicKey })) > 0) return fail('key-refused');
  const now = needs.clock.now();
  const device: DeviceRecord = {
    _id: newId(now, needs.chance.bytes),
    ...input,
    registeredAt: now,
    registeredBy: caller.officialId,
  };
  const access = { who: caller.officialId, city, what: device._id, reason: 'register', counts: {} };
  await recordAccess(needs, { purpose: 'device-keys', ...access });
  await needs.store.insert(devices, device);
  return ok(deviceRow(device));
};
