import type { Client } from '@tongcheng/shared/client';
import type { CityName } from '@tongcheng/shared/venues/api';
import type { CityCapability } from '@tongcheng/shared/venues/capabilities';
import { useEffect, useMemo } from 'react';
import { tabStorage } from '../platform/text-storage';
import { type QueryState, useQuery } from './use-query';

/** Cities by their code, as far as the server answered. */
export type Cities = ReadonlyMap<string, CityName>;

const byCode = (cities: readonly CityName[]): Cities => new Map(cities.map((each) => [each.city, each] as const));

const loadCities = (codes: readonly string[]) => async (client: Client) => {
  const answer = await client.call('venues.list-cities', { cities: [...codes] });
  return answer.ok ? ({ ok: true, value: byCode(answer.value.cities) } as const) : answer;
};

/** Names and capabilities of cities, with how the asking goes. */
export const useCitiesQuery = (codes: readonly string[]): QueryState<Cities> & { readonly refetch: () => void } =>
  useQuery(loadCities(codes), codes.join());

/** Nothing known of any city. */
export const noCities: Cities = new Map();

/** Some cities; empty until they are loaded. */
export const useCities = (codes: readonly string[]): Cities => useCitiesQuery(codes).value ?? noCities;

const remembered = tabStorage('tongcheng.console.cities');

const isCityName = (value: unknown): value is CityName =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'city') === 'string' &&
  typeof Reflect.get(value, 'name') === 'object' &&
  Array.isArray(Reflect.get(value, 'capabilities'));

const recalled = (): Cities => {
  try {
    const value: unknown = JSON.parse(remembered.read() ?? '[]');
    return byCode(Array.isArray(value) ? value.filter(isCityName) : []);
  } catch {
    return noCities;
  }
};

/** The cities of whoever is signed in: until the server has answered those that this tab was told last, so that the menu and the first page need not wait. */
export const useOwnCities = (codes: readonly string[]): Cities => {
  const before = useMemo(recalled, []);
  const { value } = useCitiesQuery(codes);
  useEffect(() => {
    if (value) remembered.write(JSON.stringify([...value.values()]));
  }, [value]);
  return value ?? before;
};

/** What at least one of these cities has switched on. A city that is not loaded yet has `city` alone. */
export const capabilitiesIn = (codes: readonly string[], cities: Cities): ReadonlySet<CityCapability> =>
  new Set(codes.flatMap((code): readonly CityCapability[] => cities.get(code)?.capabilities ?? ['city']));
