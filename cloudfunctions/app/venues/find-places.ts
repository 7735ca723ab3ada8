import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { plainLine } from '@tongcheng/shared/typed-text';
import { type findPlaces as endpoint, type LineName, mostPlacesFound } from '@tongcheng/shared/venues/api';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf } from './cached-records';
import { matchesSearch } from './list-venues';
import { type VenueRecord, venues } from './records';
import { venueView } from './venue-view';

interface Needs {
  readonly store: DocumentStore;
  readonly cityOf: CityOf;
}

/** Lines and venues of a city of the caller by the beginning of what is typed, without their codes. All venues are looked at, as by `listVenues`. */
export const findPlaces: UseCase<typeof endpoint, Needs> = async ({ store, cityOf }, caller, { city, search }) => {
  if (!oversees(caller, cityScope(city)) || !(await cityOf(city))) return fail('city-unknown');
  const text = plainLine(search);
  if (text === '') return ok({ lines: [], venues: [] });
  const lines = new Map<string, LineName>();
  const found: VenueView[] = [];
  for await (const batch of store.stream(venues, { where: { city }, order: { by: '_id', direction: 'asc' } }))
    for (const venue of batch) {
      const line = lineOf(venue, text);
      if (line && lines.size < mostPlacesFound) lines.set(line.lineId, line);
      if (found.length < mostPlacesFound && matchesSearch(venue, text)) found.push(venueView(venue));
    }
  return ok({ lines: [...lines.values()], venues: found });
};

function lineOf({ lineId, lineName, mode }: VenueRecord, text: string): LineName | undefined {
  if (lineId === undefined || !lineName) return undefined;
  const isCalled = [lineName.zh, lineName.en].some((name) => name.toLowerCase().includes(text.toLowerCase()));
  return isCalled ? { lineId, mode, name: lineName } : undefined;
}
