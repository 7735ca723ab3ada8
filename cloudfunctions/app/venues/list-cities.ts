import { ok } from '@tongcheng/shared/result';
import type { listCities as endpoint } from '@tongcheng/shared/venues/api';
import { capabilitiesOf } from '@tongcheng/shared/venues/capabilities';
import type { UseCase } from '../use-case';
import type { CityOf } from './cached-records';

/** What cities are called and have, in one question: the console asks for every city of an official when it opens. */
export const listCities: UseCase<typeof endpoint, { readonly cityOf: CityOf }> = async (
  { cityOf },
  _caller,
  { cities },
) => {
  const found = await Promise.all(cities.map(cityOf));
  return ok({
    cities: found.flatMap((settings) =>
      settings ? [{ city: settings.city, name: settings.name, capabilities: [...capabilitiesOf(settings)] }] : [],
    ),
  });
};
