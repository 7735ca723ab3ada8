import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import { cities } from './records';
import { makeShortCache } from './short-cache';

/** The settings of a city that uses the product, at most five seconds old; undefined for every other city. */
export type CityOf = (city: string) => Promise<CitySettings | undefined>;

/** Makes the reader of city settings that all capabilities share. */
export const makeCityOf = ({ store, clock }: { store: DocumentStore; clock: Clock }): CityOf =>
  makeShortCache(clock, async (city) => (await store.get(cities, city))?.settings);
