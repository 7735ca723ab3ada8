import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { importVenues as endpoint } from '@tongcheng/shared/venues/api';
import { offers } from '@tongcheng/shared/venues/capabilities';
import type { UseCase } from '../use-case';
import type { CityOf } from './cached-records';
import { readVenueFile } from './import/read-venue-file';
import { type ImportNeeds, saveVenues } from './import/save-venues';

/** Imports venues of a city of the caller: every bad row is named in both languages, no good row is lost. */
export const importVenues: UseCase<typeof endpoint, ImportNeeds & { readonly cityOf: CityOf }> = async (
  needs,
  caller,
  input,
) => {
  const settings = oversees(caller, cityScope(input.city)) ? await needs.cityOf(input.city) : undefined;
  if (!settings) return fail('city-unknown');
  if (!offers(settings, 'city')) return fail('capability-absent');
  const file = readVenueFile(input.csv);
  if (!file) return fail('file-unreadable');
  return ok({ ...(await saveVenues(needs, input.city, file.good)), badRows: [...file.bad] });
};
