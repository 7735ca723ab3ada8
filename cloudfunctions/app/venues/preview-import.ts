import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { previewImport as endpoint } from '@tongcheng/shared/venues/api';
import { offers } from '@tongcheng/shared/venues/capabilities';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf } from './cached-records';
import { readVenueFile } from './import/read-venue-file';
import { previewVenues } from './import/save-venues';

interface Needs {
  readonly store: DocumentStore;
  readonly cityOf: CityOf;
}

/** What importing a file would do to the venues of a city of the caller; nothing is written. */
export const previewImport: UseCase<typeof endpoint, Needs> = async (needs, caller, input) => {
  const settings = oversees(caller, cityScope(input.city)) ? await needs.cityOf(input.city) : undefined;
  if (!settings) return fail('city-unknown');
  if (!offers(settings, 'city')) return fail('capability-absent');
  const file = readVenueFile(input.csv);
  if (!file) return fail('file-unreadable');
  return ok({ ...(await previewVenues(needs.store, input.city, file.good)), badRows: [...file.bad] });
};
