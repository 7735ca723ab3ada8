import type { Passenger } from '@tongcheng/shared/coaches/manifest';
import { reachedCities, ridesInto } from '@tongcheng/shared/coaches/reached-places';
import type { Day } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../../ports/document-store';
import type { DayVault, Vault } from '../../../vault/vault';
import { departureEvents } from '../departure-event-record';
import { departuresReaching, type ReachingDeparture } from '../departure-stop-record';
import { type ReadDeparture, readDeparture } from '../read-departure';
import { markOfPlate } from '../record-event';
import type { DepartureFilter, FittingDeparture } from './sought-departures';

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Vault;
}

/** Whether a departure reaches a city or stops in it. */
export const reaches = ({ opened }: ReadDeparture, city: string): boolean =>
  opened?.details !== undefined && reachedCities(opened.details).includes(city);

/** Those of a manifest who are aboard when the coach comes to a city; of a departure of the city itself, all. */
export function passengersInto({ opened, manifest, city: from }: ReadDeparture, city: string): readonly Passenger[] {
  if (from === city) return manifest.passengers;
  const details = opened?.details;
  return details ? manifest.passengers.filter(({ best }) => ridesInto(details, city, best)) : [];
}

/** L-11: departures of other cities that reach a city and fit what is sought, day after day in the order of their ids, those after `after` alone. */
export const arrivingDepartures = (
  needs: Needs,
  city: string,
  days: readonly Day[],
  sought: DepartureFilter,
  after = '',
): AsyncGenerator<FittingDeparture> =>
  walk(needs, city, days, after, async (departure, vault) => {
    const read = await readDeparture(needs.store, departure.city, departure.departureId);
    return fits(read, vault, city, sought) ? read : undefined;
  });

/** The same for those on whose manifest the holder of a document stands. */
export const arrivalsOfSubject = (
  needs: Needs,
  city: string,
  days: readonly Day[],
  subject: string,
  after = '',
): AsyncGenerator<FittingDeparture> => {
  const asked = new Map<string, Promise<ReadonlySet<string>>>();
  return walk(needs, city, days, after, async ({ city: from, day, departureId }, vault) => {
    const key = `${from}.${day}`;
    const known = asked.get(key) ?? departuresOf(needs.store, { city: from, day }, vault.pseudonym(subject));
    asked.set(key, known);
    return (await known).has(departureId) ? readDeparture(needs.store, from, departureId) : undefined;
  });
};

/** Days of which a key is gone are named once. */
async function* walk(
  { store, vault }: Needs,
  city: string,
  days: readonly Day[],
  after: string,
  readFitting: (departure: ReachingDeparture, vault: DayVault) => Promise<ReadDeparture | undefined>,
): AsyncGenerator<FittingDeparture> {
  for (const day of days) {
    let isForgotten = false;
    for (const departure of await departuresReaching(store, city, [day])) {
      if (departure.city === city || departure.departureId <= after) continue;
      const opened = await vault.day(departure.city, day, 'coach');
      const read = opened && (await readFitting(departure, opened));
      if (opened && read) yield { vault: opened, read };
      if (!opened && !isForgotten) yield { forgotten: day };
      isForgotten ||= !opened;
    }
  }
}

async function departuresOf(
  store: DocumentStore,
  at: { readonly city: string; readonly day: Day },
  passenger: string,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const batch of store.stream(departureEvents, { where: { ...at, passenger } }))
    for (const { departureId } of batch) ids.add(departureId);
  return ids;
}

function fits(read: ReadDeparture, vault: DayVault, city: string, sought: DepartureFilter): boolean {
  const details = read.opened?.details;
  if (!details || !reaches(read, city)) return false;
  const { plate, serviceNumber, stationId } = sought;
  const mark = plate === undefined ? undefined : markOfPlate(vault, plate);
  const stations = [...details.stops, details.destination].filter((place) => place.city === city);
  return (
    (mark === undefined || read.records.some(({ coach }) => coach === mark)) &&
    (serviceNumber === undefined || details.serviceNumber === serviceNumber) &&
    (stationId === undefined || stations.some((place) => place.stationId === stationId))
  );
}
