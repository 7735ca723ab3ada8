import type { Departure } from '@tongcheng/shared/coaches/departure-phases';
import type { Passenger } from '@tongcheng/shared/coaches/manifest';
import { daysFrom, hourMs } from '@tongcheng/shared/time';
import type { Span } from '@tongcheng/shared/tracing/traced-ride';
import type { DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import { departureEvents } from '../../coaches/departure-event-record';
import { type ReadDeparture, readDeparture } from '../../coaches/read-departure';
import type { BesideRides, IndexRides, RideSource, SourcedRide, TraceQuestion } from './ride-source';

/** What reading manifests takes. */
export interface ManifestRidesNeeds {
  readonly store: DocumentStore;
  readonly vault: Vault;
}

/** A coach that nobody saw arrive is taken to be under way for so long. */
const unseenHours = 24;

/** Rides in coaches that leave a city, from their manifests. Asks by passenger and day, and by departure. */
export const manifestRides = (needs: ManifestRidesNeeds): RideSource => ({
  ridesOf: (question) => indexRides(needs, question),
  ridesBeside: (question, index) => ridesBeside(needs, question, index),
});

async function indexRides({ store, vault }: ManifestRidesNeeds, question: TraceQuestion): Promise<IndexRides> {
  const { city, documentSubject, from, to } = question;
  const kept = new Set(await store.days(departureEvents));
  const rides: SourcedRide[] = [];
  for (const day of daysFrom(from, to).filter((each) => kept.has(each))) {
    const dayVault = await vault.day(city, day, 'coach');
    if (!dayVault) continue;
    const passenger = dayVault.pseudonym(documentSubject);
    const where = { day, city, passenger };
    const departures = new Set<string>();
    for await (const batch of store.stream(departureEvents, { where }))
      for (const { departureId } of batch) departures.add(departureId);
    for (const departureId of departures)
      rides.push(...ridesIn(await readDeparture(store, city, departureId)).filter((ride) => isOf(ride, passenger)));
  }
  return { rides, unplaced: [], closedDays: [] };
}

const riderOf = (day: string, passenger: string): string => `${day}.coach.${passenger}`;
const isOf = ({ rider, day }: SourcedRide, passenger: string): boolean => rider === riderOf(day, passenger);

async function ridesBeside(
  { store }: ManifestRidesNeeds,
  { city }: TraceQuestion,
  index: readonly SourcedRide[],
): Promise<BesideRides> {
  const own = new Set(index.map(({ rider }) => rider));
  const found: SourcedRide[] = [];
  for (const departureId of new Set(index.map(({ placeId }) => placeId)))
    found.push(...ridesIn(await readDeparture(store, city, departureId)).filter(({ rider }) => !own.has(rider)));
  return { rides: found, seen: [] };
}

/** Everybody who rode: on the manifest of a coach that left, unless the officer on arrival saw that they were not aboard (W-32, L-08). */
function ridesIn({ departureId, records, manifest }: ReadDeparture): readonly SourcedRide[] {
  const span = spanOf(manifest.departure);
  if (!span) return [];
  const byEvent = new Map(records.map((record) => [record.event.eventId, record]));
  return manifest.passengers.filter(rode).flatMap(({ passenger, best }) => {
    const record = byEvent.get(best.eventId);
    if (record?.sealed === undefined) return [];
    const { day } = record;
    return [
      {
        ...({ rider: riderOf(day, passenger), mode: 'coach', placeId: departureId, day } as const),
        ...{ aboard: { proven: span, likely: span, possible: span }, inferred: [], party: 1, flags: [] },
        seal: { of: 'coach', recordId: record._id, sealed: record.sealed },
        scanIds: [],
      },
    ];
  });
}

const rode = ({ presence }: Passenger): boolean => presence !== 'absent';

function spanOf(departure: Departure): Span | undefined {
  switch (departure.phase) {
    case 'planned':
    case 'open':
    case 'cancelled':
      return undefined;
    case 'departed':
      return { from: departure.departedAt, to: departure.departedAt + unseenHours * hourMs };
    case 'arrived':
    case 'closed':
      return { from: departure.departedAt, to: Math.max(departure.departedAt, departure.arrivedAt) };
  }
}
