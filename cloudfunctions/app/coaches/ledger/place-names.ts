import type { Place } from '@tongcheng/shared/coaches/wire';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { DocumentStore } from '../../../ports/document-store';
import { cities } from '../../venues/records';

/** Finds a city or one of its stations by the name that a ledger writes; free text beyond the lists. */
export interface PlaceNames {
  readonly placeOf: (written: string) => Place;
  /** Where the ledger names no origin: the city that it is of. */
  readonly home: Place;
}

/** The names of all cities with coaches and of their stations. */
export async function placeNames(store: DocumentStore, home: string): Promise<PlaceNames> {
  const byName = new Map<string, Omit<Place, 'name'>>();
  let homeName = home;
  for await (const batch of store.stream(cities, { where: {} }))
    for (const { settings } of batch) {
      const { city, name } = settings;
      if (city === home) homeName = name.zh;
      for (const written of [name.zh, `${name.zh}市`, name.en]) byName.set(plain(written), { city });
      for (const { stationId, name: station } of blockOf(settings, 'coaches')?.stations ?? [])
        for (const written of [station.zh, station.en]) byName.set(plain(written), { city, stationId });
    }
  return {
    placeOf: (written) => ({ name: written, ...byName.get(plain(written)) }),
    home: { name: homeName, city: home },
  };
}

const plain = (name: string): string => name.toLowerCase().replace(/\s/g, '');
