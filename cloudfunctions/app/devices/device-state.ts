import type { DeviceState } from '@tongcheng/shared/devices/api';
import type { Clock } from '../../ports/clock';
import { collection, type DocumentStore } from '../../ports/document-store';

/** What a device told last (`_id`: the device), apart from its registration, which officials change. */
interface DeviceStateRecord extends DeviceState {
  readonly _id: string;
}
export const deviceStates = collection<DeviceStateRecord>()({
  name: 'device-states',
  keep: { until: 'never', because: 'what devices told last' },
  belongs: { to: 'nobody' },
  distributeBy: '_id',
  indexes: [],
});

/** Keeps what a device just told, beside what it told before; now is when it was last heard of. */
export async function noteState(
  needs: { readonly store: DocumentStore; readonly clock: Clock },
  deviceId: string,
  told: Partial<Omit<DeviceState, 'lastSeenAt'>>,
): Promise<void> {
  const { store, clock } = needs;
  const held = await store.get(deviceStates, deviceId);
  if (!held) {
    const first = { _id: deviceId, ...told, lastSeenAt: clock.now() };
    if ((await store.insert(deviceStates, first)) === 'inserted') return;
    return noteState(needs, deviceId, told);
  }
  const { _v, ...state } = held;
  const next = { ...state, ...told, lastSeenAt: clock.now() };
  if ((await store.update(deviceStates, next, _v)) !== 'updated') await noteState(needs, deviceId, told);
}

/** The states of some devices, by device. */
export async function statesOf(
  store: DocumentStore,
  deviceIds: readonly string[],
): Promise<ReadonlyMap<string, DeviceState>> {
  const states = new Map<string, DeviceState>();
  for (let from = 0; from < deviceIds.length; from += atOnce) {
    const some = deviceIds.slice(from, from + atOnce);
    const { items } = await store.find(deviceStates, { where: { _id: { in: some } }, limit: atOnce });
    for (const { _id, _v, ...state } of items) states.set(_id, state);
  }
  return states;
}

/** A condition names at most this many values. */
const atOnce = 100;
