import type { Day } from '@tongcheng/shared/time';
import type { DocumentStore, Stored } from '../../../ports/document-store';
import type { DayVault, Vault } from '../../../vault/vault';
import { type DepartureEventRecord, departureEvents } from '../departure-event-record';
import { type ReadDeparture, readDeparture } from '../read-departure';
import { markOfPlate } from '../record-event';

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Vault;
}

/** What departures are sought by; all that leave on the days when nothing is said. */
export interface DepartureFilter {
  readonly plate?: string;
  readonly serviceNumber?: string;
  readonly stationId?: string;
  /** Where it goes or stops. */
  readonly toCity?: string;
}

/** A departure that fits, or a day whose key was destroyed. */
export type FittingDeparture = { readonly vault: DayVault; readonly read: ReadDeparture } | { readonly forgotten: Day };

/**
 * L-11: departures that leave a city on some days and fit what is sought, day after day in the order of their ids, those after `after` alone. A plate
 * is any that the departure had. One departure at a time is in memory; no key is made for a day of which nobody told anything.
 */
export async function* soughtDepartures(
  needs: Needs,
  city: string,
  days: readonly Day[],
  sought: DepartureFilter,
  after = '',
): AsyncGenerator<FittingDeparture> {
  for (const day of days) {
    const openings = await openingsOf(needs.store, city, day);
    if (openings.length === 0) continue;
    const vault = await needs.vault.day(city, day, 'coach');
    if (!vault) yield { forgotten: day };
    else
      for (const departureId of fittingIds(openings, vault, sought))
        if (departureId > after) yield { vault, read: await readDeparture(needs.store, city, departureId) };
  }
}

/** The same for the departures on whose manifest the holder of a document stands. */
export async function* departuresOfSubject(
  needs: Needs,
  city: string,
  days: readonly Day[],
  subject: string,
  after = '',
): AsyncGenerator<FittingDeparture> {
  for (const day of days) {
    const { items: any } = await needs.store.find(departureEvents, { where: { day, city }, limit: 1 });
    if (any.length === 0) continue;
    const vault = await needs.vault.day(city, day, 'coach');
    if (!vault) {
      yield { forgotten: day };
      continue;
    }
    const ids = new Set<string>();
    const where = { day, city, passenger: vault.pseudonym(subject) };
    for await (const batch of needs.store.stream(departureEvents, { where }))
      for (const { departureId } of batch) ids.add(departureId);
    for (const departureId of [...ids].sort())
      if (departureId > after) yield { vault, read: await readDeparture(needs.store, city, departureId) };
  }
}

type Opening = Stored<DepartureEventRecord>;

/** What says which coach runs a departure and where it goes, of all departures of a day. */
async function openingsOf(store: DocumentStore, city: string, day: Day): Promise<readonly Opening[]> {
  const openings: Opening[] = [];
  const where = { day, city, kind: { in: ['opened', 'coach-replaced'] as const } };
  for await (const batch of store.stream(departureEvents, { where })) openings.push(...batch);
  return openings;
}

function fittingIds(openings: readonly Opening[], vault: DayVault, sought: DepartureFilter): readonly string[] {
  const mark = sought.plate === undefined ? undefined : markOfPlate(vault, sought.plate);
  const ofPlate = new Set(
    openings.filter(({ coach }) => mark === undefined || coach === mark).map(({ departureId }) => departureId),
  );
  const ids = openings.filter((each) => ofPlate.has(each.departureId) && isSought(each, sought));
  return [...new Set(ids.map(({ departureId }) => departureId))].sort();
}

function isSought({ kind, details }: Opening, { serviceNumber, stationId, toCity }: DepartureFilter): boolean {
  if (kind !== 'opened' || !details) return false;
  const reached = [details.destination, ...details.stops];
  return (
    (serviceNumber === undefined || details.serviceNumber === serviceNumber) &&
    (stationId === undefined || details.origin.stationId === stationId) &&
    (toCity === undefined || reached.some(({ city }) => city === toCity))
  );
}
