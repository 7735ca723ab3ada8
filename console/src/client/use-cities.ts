import type { Client } from '@tongcheng/shared/client';
import type { CityName } from '@tongcheng/shared/venues/api';
import type { CityCapability } from '@tongcheng/shared/venues/capabilities';
import { useQuery } from './use-query';

/** Cities by their code, as far as the server answered. */
export type Cities = ReadonlyMap<string, CityName>;

const loadCities = (codes: readonly string[]) => async (client: Client) => {
  const answer = await client.call('venues.list-cities', { cities: [...codes] });
  if (!answer.ok) return answer;
  return { ok: true, value: new Map(answer.value.cities.map((each) => [each.city, each] as const)) } as const;
};

const none: Cities = new Map();

/** The cities of an official; empty until they are loaded. */
export const useCities = (codes: readonly string[]): Cities => useQuery(loadCities(codes), codes.join()).value ?? none;

/** What at least one of these cities has switched on. A city that is not loaded yet has `city` alone. */
export const capabilitiesIn = (codes: readonly string[], cities: Cities): ReadonlySet<CityCapability> =>
  new Set(codes.flatMap((code): readonly CityCapability[] => cities.get(code)?.capabilities ?? ['city']));
