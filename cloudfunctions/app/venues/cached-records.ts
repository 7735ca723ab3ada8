import type { Point } from '@tongcheng/shared/rides/distance';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { ProvinceSettings } from '@tongcheng/shared/venues/province-settings';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import { lineStops, lineStopsId } from './line-stops-record';
import { cities, cityTerms, provinces, type VenueRecord, venues, withTerms } from './records';
import { makeShortCache } from './short-cache';

/** Cities or provinces remembered at once: more than China has of either. */
const maxPlaces = 1_000;
/** Lines remembered at once. */
const maxLines = 2_000;

/** The settings of a city that uses the product, at most five seconds old; undefined for every other city. */
export type CityOf = (city: string) => Promise<CitySettings | undefined>;

/** Makes the reader of city settings that all capabilities share. */
export const makeCityOf = ({ store, clock }: { store: DocumentStore; clock: Clock }): CityOf =>
  makeShortCache(
    clock,
    async (city) => {
      const [stored, terms] = await Promise.all([store.get(cities, city), store.get(cityTerms, city)]);
      return stored && withTerms(stored.settings, terms);
    },
    maxPlaces,
  );

/** The settings of a province that uses the product, at most five seconds old; undefined for every other one. */
export type ProvinceOf = (province: string) => Promise<ProvinceSettings | undefined>;

/** Makes the reader of province settings that all capabilities share. */
export const makeProvinceOf = ({ store, clock }: { store: DocumentStore; clock: Clock }): ProvinceOf =>
  makeShortCache(clock, async (province) => (await store.get(provinces, province))?.settings, maxPlaces);

/** A venue by its id, at most five seconds old. */
export type VenueOf = (venueId: string) => Promise<VenueRecord | undefined>;

/** Makes the reader of venues that all capabilities share. */
export const makeVenueOf = ({ store, clock }: { store: DocumentStore; clock: Clock }): VenueOf =>
  makeShortCache<VenueRecord | undefined>(clock, (venueId) => store.get(venues, venueId));

/** Where a venue moves: the stops of its line in their order; none of a venue of no line, or where the city brought in no stops. */
export type WayOf = (venue: Pick<VenueRecord, 'city' | 'lineId'>) => Promise<readonly Point[]>;

/** Makes the reader of ways that all capabilities share. */
export function makeWayOf({ store, clock }: { store: DocumentStore; clock: Clock }): WayOf {
  const wayOfLine = makeShortCache<readonly Point[]>(
    clock,
    async (id) => (await store.get(lineStops, id))?.stops ?? [],
    maxLines,
  );
  return async ({ city, lineId }) => (lineId === undefined ? [] : wayOfLine(lineStopsId(city, lineId)));
}
