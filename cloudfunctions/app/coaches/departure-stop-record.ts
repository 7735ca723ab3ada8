import { reachedCities } from '@tongcheng/shared/coaches/reached-places';
import type { Day } from '@tongcheng/shared/time';
import { collection, type DocumentStore } from '../../ports/document-store';
import { type DepartureEventRecord, departureDay, departureEvents } from './departure-event-record';

/** A departure stops in another city before its destination: written with its crew's confirmation, so that the city finds it. Names nobody. */
interface DepartureStopRecord {
  /** `${day}.${departureId}.${reaches}` */
  readonly _id: string;
  readonly day: Day;
  /** The city that it leaves. */
  readonly city: string;
  readonly departureId: string;
  /** The city that it stops in. */
  readonly reaches: string;
}

/** Cities in which departures stop on their way. */
export const departureStops = collection<DepartureStopRecord>()({
  name: 'departureStops',
  keep: { until: 'coach-retention' },
  belongs: { to: 'nobody' },
  partition: 'day',
  distributeBy: 'reaches',
  indexes: [['reaches']],
});

/** Keeps where confirmed departures stop, before the confirmations themselves: a stop without its departure says nothing. The same again has one effect. */
export async function keepStops(store: DocumentStore, records: readonly DepartureEventRecord[]): Promise<void> {
  const stops = records.flatMap(({ day, city, departureId, details, destinationCity }) =>
    (details ? reachedCities(details) : [])
      .filter((reaches) => reaches !== city && reaches !== destinationCity)
      .map((reaches) => ({ _id: `${day}.${departureId}.${reaches}`, day, city, departureId, reaches })),
  );
  if (stops.length > 0) await store.insertMany(departureStops, stops);
}

/** Departures of a day that stop in a city on their way to another, in the order of their ids. */
export async function departuresStopping(
  store: DocumentStore,
  reached: string,
  day: Day,
): Promise<readonly ReachingDeparture[]> {
  const found: ReachingDeparture[] = [];
  for await (const batch of store.stream(departureStops, { where: { day, reaches: reached } }))
    found.push(...batch.map(({ city, departureId }) => ({ city, departureId, day })));
  return found.sort((one, other) => (one.departureId < other.departureId ? -1 : 1));
}

/** A departure, of another city or the same. */
export interface ReachingDeparture {
  readonly city: string;
  readonly departureId: string;
  readonly day: Day;
}

/** Departures that reach a city or stop in it, of the days on which they leave, in the order of their ids. Some thousands a day at most. */
export async function departuresReaching(
  store: DocumentStore,
  reached: string,
  days: readonly Day[],
): Promise<readonly ReachingDeparture[]> {
  const found = new Map<string, ReachingDeparture>();
  const take = ({ city, departureId }: Omit<ReachingDeparture, 'day'>) =>
    found.set(departureId, { city, departureId, day: departureDay(departureId) });
  const day = { in: [...days] };
  for await (const batch of store.stream(departureEvents, { where: { day, destinationCity: reached } }))
    batch.forEach(take);
  for await (const batch of store.stream(departureStops, { where: { day, reaches: reached } })) batch.forEach(take);
  return [...found.values()].sort((one, other) => (one.departureId < other.departureId ? -1 : 1));
}
