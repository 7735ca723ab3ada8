import type { Answer, EndpointInput } from '@tongcheng/shared/client';
import type { ListedDevice } from '@tongcheng/shared/devices/api';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import { GateSettings } from '@tongcheng/shared/venues/gate-settings';
import type { ServerReply } from '../../client/use-query';
import { isGate } from './gate-health';

/** The gates and readers of a city, with what it chose about them. */
export interface CityGates {
  readonly gates: readonly ListedDevice[];
  readonly settings: GateSettings;
}

/** Who asks: a screen, or the morning page, which may ask nothing else. */
interface Caller {
  readonly call: <N extends 'devices.list-devices' | 'oversight.get-settings'>(
    name: N,
    input: EndpointInput<N>,
  ) => Promise<Answer<N>>;
}

/** Asks for both at once. */
export const loadGates =
  (city: string) =>
  async ({ call }: Caller): Promise<ServerReply<CityGates>> => {
    const [listed, told] = await Promise.all([
      call('devices.list-devices', { city }),
      call('oversight.get-settings', { city }),
    ]);
    if (!listed.ok) return listed;
    if (!told.ok) return told;
    const settings = blockOf(told.value.settings, 'gates') ?? GateSettings.parse({});
    return { ok: true, value: { gates: listed.value.devices.filter(isGate), settings } };
  };
