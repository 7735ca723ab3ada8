import { fail, ok } from '@tongcheng/shared/result';
import type { lineBook as endpoint } from '@tongcheng/shared/venues/api';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf } from './cached-records';
import { venues } from './records';
import { venueView } from './venue-view';

interface Needs {
  readonly store: DocumentStore;
  readonly cityOf: CityOf;
}

/** More than the longest metro line has stations and carriages. */
const maxVenuesOfLine = 1_000;

/** The venues of a line that carry a valid code, for the phones of its riders (decision 105). An unknown line has none. */
export const lineBook: UseCase<typeof endpoint, Needs> = async ({ store, cityOf }, _caller, { city, lineId }) => {
  if (!(await cityOf(city))) return fail('city-unknown');
  const where = { city, lineId };
  const { items } = await store.find(venues, { where, order: { by: '_id', direction: 'asc' }, limit: maxVenuesOfLine });
  const good = items.filter(({ revoked }) => !revoked);
  return ok({
    city,
    lineId,
    venues: good.map((venue) => ({ serial: venue.serial, generation: venue.generation, venue: venueView(venue) })),
  });
};
