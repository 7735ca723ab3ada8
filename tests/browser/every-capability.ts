import { inviteDevice } from '@tongcheng/cloudfunctions/app/devices/invite-device';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import type { OfficialCaller } from '@tongcheng/shared/caller';
import type { CapabilitySettings } from '@tongcheng/shared/venues/capabilities';
import type { CoachStation } from '@tongcheng/shared/venues/coach-settings';
import { GateSettings } from '@tongcheng/shared/venues/gate-settings';
import { PassSettings } from '@tongcheng/shared/venues/pass-settings';
import { TracingSettings } from '@tongcheng/shared/venues/tracing-settings';
import { until } from '../world/until';
import { home, withCoaches } from './coach-steps';
import type { RunningCity } from './running-city';

const installation: OfficialCaller = {
  ...{ kind: 'official', address: '127.0.0.1', sessionId: 'installation', officialId: 'installation' },
  ...{ roles: ['administrator'], cities: [home] },
};

/** Switches on all that a city can have (the compiler asks for a new capability here), with a gate that was invited. */
export async function withEveryCapability(city: RunningCity, stations: readonly CoachStation[]): Promise<void> {
  await withCoaches(city, stations);
  const { store, cityOf } = city.host.container;
  const held = await store.get(cities, home);
  const coaches = held?.settings.capabilities?.coaches;
  if (!held || !coaches) throw new Error('no city with coaches');
  const { _v, settings, ...record } = held;
  const capabilities = {
    ...{ city: {}, coaches, tickets: {}, passes: PassSettings.parse({}), gates: GateSettings.parse({}) },
    tracing: settings.capabilities?.tracing ?? TracingSettings.parse({}),
  } satisfies Required<CapabilitySettings>;
  await store.update(cities, { ...record, settings: { ...settings, capabilities } }, _v);
  // What was read of the city before holds for five seconds.
  await until(async () => (await cityOf(home))?.capabilities?.gates !== undefined);
  const gate = {
    name: '演示进站口 Trial entry',
    venueId: `${home}-metro-jinghe`,
    place: { direction: 'entry' },
  } as const;
  const invited = await inviteDevice(city.host.container, installation, { city: home, kind: 'gate', ...gate });
  if (!invited.ok) throw new Error(`the gate was not invited: ${invited.failure.code}`);
}
