import { metresBetween } from '@tongcheng/shared/rides/distance';
import { type Mode, modes } from '@tongcheng/shared/venues/kinds';
import type { Line, Stop, Venue } from './network';

type Row = Readonly<Record<string, string>>;

/** The three tables of a city's lines. */
export interface LineTables {
  readonly lines: readonly Row[];
  readonly stops: readonly Row[];
  readonly lineStops: readonly Row[];
}

/** Metres a second between stops, and seconds at each; the order of real timetables. */
const pace: Readonly<Record<Mode, { readonly speed: number; readonly dwell: number }>> = {
  metro: { speed: 13, dwell: 40 },
  tram: { speed: 7, dwell: 30 },
  brt: { speed: 7.5, dwell: 30 },
  bus: { speed: 6, dwell: 30 },
  taxi: { speed: 8, dwell: 0 },
  ferry: { speed: 3.5, dwell: 180 },
};

/** Lines with their stops in order and their vehicles. A line without two stops or without vehicles is left out. */
export const buildLines = (tables: LineTables, venues: readonly Venue[], city: string): readonly Line[] => {
  const stations = new Map(venues.filter(({ kind }) => kind === 'station').map((venue) => [venue.venueId, venue]));
  const places = new Map(tables.stops.map((row) => [row.stop_id, row]));
  return tables.lines
    .flatMap((row): readonly Line[] => {
      const mode = modes.find((known) => known === row.mode);
      const lineId = row.line_id ?? '';
      if (!mode) return [];
      const order = tables.lineStops
        .filter((stop) => stop.line_id === lineId)
        .sort((a, b) => sequenceOf(a) - sequenceOf(b));
      const rows = order.map(({ stop_id }) => places.get(stop_id)).filter((place) => place !== undefined);
      const stops = stopsOf(mode, rows, (stopId) => stations.get(`${city}-${stopId}`));
      return [{ lineId, mode, stops, vehicles: vehiclesOf(lineId, venues) }];
    })
    .filter(({ stops, vehicles }) => stops.length > 1 && vehicles.length > 0);
};

function sequenceOf(row: Row): number {
  return Number(row.sequence);
}

function stopsOf(mode: Mode, rows: readonly Row[], stationOf: (stopId: string) => Venue | undefined): readonly Stop[] {
  let atSeconds = 0;
  return rows.map((row, at) => {
    const before = rows[at - 1];
    if (before)
      atSeconds += pace[mode].dwell + Math.max(300, metresBetween(pointOf(before), pointOf(row))) / pace[mode].speed;
    const stopId = row.stop_id ?? '';
    const station = stationOf(stopId);
    return { stopId, atSeconds: Math.round(atSeconds), ...(station && { station }) };
  });
}

function pointOf(row: Row) {
  return { lat: Number(row.lat), lng: Number(row.lng) };
}

/** Carriages of one train have one id but for their last part. */
function vehiclesOf(lineId: string, venues: readonly Venue[]): readonly (readonly Venue[])[] {
  const trains = new Map<string, Venue[]>();
  for (const venue of venues.filter((one) => one.lineId === lineId)) {
    if (venue.kind !== 'carriage' && venue.kind !== 'vehicle' && venue.kind !== 'ship') continue;
    const train = venue.kind === 'carriage' ? venue.venueId.replace(/-[^-]+$/, '') : venue.venueId;
    trains.set(train, [...(trains.get(train) ?? []), venue]);
  }
  return [...trains.values()];
}
