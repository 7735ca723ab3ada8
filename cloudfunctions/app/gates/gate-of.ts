import type { DeviceKind } from '@tongcheng/shared/access';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { GateSettings } from '@tongcheng/shared/venues/gate-settings';
import type { DocumentStore, Stored } from '../../ports/document-store';
import { type DeviceRecord, devices } from '../devices/device-record';
import type { CityOf } from '../venues/cached-records';

/** What finding a gate takes. */
export interface GateNeeds {
  readonly store: DocumentStore;
  readonly cityOf: CityOf;
}

/** A gate that asks, as it is registered now, with what its city chose about gates. */
export interface RegisteredGate {
  readonly device: Stored<DeviceRecord>;
  readonly settings: CitySettings;
  readonly gates: GateSettings;
}

/**
 * The gate behind a token: by its registration, not by its claims, so that a move or a revocation holds at once. A city without gates hands out
 * no keys and takes no taps.
 */
export async function gateOf(
  { store, cityOf }: GateNeeds,
  caller: { readonly deviceId: string; readonly deviceKind: DeviceKind },
): Promise<Result<RegisteredGate, 'device-not-registered' | 'capability-absent'>> {
  const device = await store.get(devices, caller.deviceId);
  if (!device || device.revokedAt !== undefined) return fail('device-not-registered');
  const settings = await cityOf(device.city);
  const gates = settings && blockOf(settings, 'gates');
  return settings && gates ? ok({ device, settings, gates }) : fail('capability-absent');
}
