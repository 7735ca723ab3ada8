import { placesAlong } from '@tongcheng/shared/rides/places-along';
import type { DocumentStore } from '../../ports/document-store';
import { lineStops, lineStopsId } from '../venues/line-stops-record';
import { type VenueRecord, venues } from '../venues/records';

/** A place of a line; `shared` where other lines halt there too. */
export interface PlaceOfLine {
  readonly venue: VenueRecord;
  readonly shared: boolean;
}

const mostPlaces = 1_000;
const stops: ReadonlySet<VenueRecord['kind']> = new Set(['station', 'dock-window', 'dock-gate']);

/** The stops of a line in its order, with those that it shares with other lines; its vehicles where it has no stops. */
export async function placesOfLine(store: DocumentStore, city: string, lineId: string): Promise<PlaceOfLine[]> {
  const { items } = await store.find(venues, { where: { city, lineId }, limit: mostPlaces });
  const own = items.filter(({ demonstration }) => !demonstration).toSorted((a, b) => a.serial - b.serial);
  const ownStops = own.filter(({ kind }) => stops.has(kind));
  const first = ownStops[0];
  if (!first) return own.filter(({ kind }) => kind !== 'carriage').map((venue) => ({ venue, shared: false }));
  const shared = await sharedStops(store, first);
  return inOrderOfLine(await stopIdsOf(store, city, lineId), placesAlong(ownStops, shared))
    .map((venue) => ({ venue, shared: shared.includes(venue) }))
    .slice(0, mostPlaces);
}

const stopIdsOf = async (store: DocumentStore, city: string, lineId: string): Promise<readonly string[]> =>
  ((await store.get(lineStops, lineStopsId(city, lineId)))?.stops ?? []).map(({ stopId }) => `${city}-${stopId}`);

/** As the city's own order of stops has them, where it knows each; a dock's venues are named after its stop. */
function inOrderOfLine(stopIds: readonly string[], places: readonly VenueRecord[]): readonly VenueRecord[] {
  const rank = ({ _id }: VenueRecord) =>
    stopIds.findIndex((stopId) => _id === stopId || _id === `${stopId}-window` || _id === `${stopId}-gate`);
  if (places.some((place) => rank(place) < 0)) return places;
  return places.toSorted((one, other) => rank(one) - rank(other));
}

/** A stop of several lines belongs to none of them: it names them all, with a stroke between two. */
async function sharedStops(store: DocumentStore, { city, mode, kind, lineName }: VenueRecord): Promise<VenueRecord[]> {
  if (!lineName) return [];
  const found: VenueRecord[] = [];
  for await (const batch of store.stream(venues, { where: { city, mode, kind } }))
    found.push(...batch.filter((venue) => venue.lineId === undefined && isNamed(venue, lineName.zh)));
  return found;
}

const isNamed = ({ lineName, demonstration }: VenueRecord, line: string): boolean =>
  !demonstration && lineName !== undefined && lineName.zh.split('/').some((name) => name.trim() === line);
