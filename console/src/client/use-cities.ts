import type { Client } from '@tongcheng/shared/client';
import type { CityCapability } from '@tongcheng/shared/venues/capabilities';
import type { CityView } from '@tongcheng/shared/venues/wire';
import { useQuery } from './use-query';

/** Cities by their code, as far as the server answered. */
export type Cities = ReadonlyMap<string, CityView>;

const loadCities = (codes: readonly string[]) => async (client: Client) => {
  const answers = await Promise.all(codes.map((city) => client.call('venues.get-city', { city })));
  const views = answers.flatMap((answer) => (answer.ok ? [[answer.value.city, answer.value] as const] : []));
  return { ok: true, value: new Map<string, CityView>(views) } as const;
};

const none: Cities = new Map();

/** The cities of an official; empty until they are loaded. */
export const useCities = (codes: readonly string[]): Cities => useQuery(loadCities(codes), codes.join()).value ?? none;

/** What at least one of these cities has switched on. A city that does not say, or is not loaded yet, has `city` alone. */
export const capabilitiesIn = (codes: readonly string[], cities: Cities): ReadonlySet<CityCapability> =>
  new Set(codes.flatMap((code): readonly CityCapability[] => cities.get(code)?.capabilities ?? ['city']));
