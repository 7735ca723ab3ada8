import type { DeviceState, listDevices as endpoint } from '@tongcheng/shared/devices/api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf, VenueOf } from '../venues/cached-records';
import { venueView } from '../venues/venue-view';
import { type DeviceRecord, deviceRow, devices } from './device-record';
import { statesOf } from './device-state';

interface Needs {
  readonly store: DocumentStore;
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
}

/** Devices of a city of the caller, those that were revoked among them; at most 1,000. */
export const listDevices: UseCase<typeof endpoint, Needs> = async ({ store, cityOf, venueOf }, caller, { city }) => {
  if (!oversees(caller, cityScope(city)) || !(await cityOf(city))) return fail('city-unknown');
  const { items } = await store.find(devices, { where: { city }, limit: 1_000 });
  const states = await statesOf(
    store,
    items.map(({ _id }) => _id),
  );
  return ok({ devices: await Promise.all(items.map((device) => listed(device, states.get(device._id), venueOf))) });
};

async function listed(device: DeviceRecord, state: DeviceState | undefined, venueOf: VenueOf) {
  const venue = device.venueId === undefined ? undefined : await venueOf(device.venueId);
  return { ...deviceRow(device), ...(venue && { venue: venueView(venue) }), ...(state && { state }) };
}
