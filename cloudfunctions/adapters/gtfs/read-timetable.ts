import type { Day } from '@tongcheng/shared/time';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import { type TableRow, unpackTables } from './unpack-tables';

/** A stop of a trip, in seconds of the service day: 25:10 is after its midnight. */
interface PlannedStop {
  readonly stopId: string;
  readonly arrives: number;
  readonly departs: number;
}

/** A trip as the timetable has it. */
interface PlannedTrip {
  readonly tripId: string;
  readonly serviceId: string;
  readonly stops: readonly PlannedStop[];
}

/** A timetable, by vehicle. */
export interface Timetable {
  /** The trips of a vehicle: those of its block (`block_id`). */
  tripsOf(vehicle: string): readonly PlannedTrip[];
  runsOn(serviceId: string, day: Day): boolean;
}

const zone = 'Asia/Shanghai';

/** Reads a GTFS archive. Throws ServiceUnavailable where it is none, or of another time zone. */
export async function readTimetable(archive: Uint8Array): Promise<Timetable> {
  const tables = await unpackTables(archive);
  const zones = tables['agency.txt'].map(({ agency_timezone }) => agency_timezone);
  if (zones.length === 0 || zones.some((each) => each !== zone))
    throw new ServiceUnavailable('the timetable is of another time zone');
  const stopsOf = stopsByTrip(tables['stop_times.txt']);
  const trips = new Map<string, PlannedTrip[]>();
  for (const { trip_id: tripId = '', service_id: serviceId = '', block_id: vehicle = '' } of tables['trips.txt']) {
    const stops = stopsOf.get(tripId);
    if (vehicle === '' || !stops) continue;
    trips.set(vehicle, [...(trips.get(vehicle) ?? []), { tripId, serviceId, stops }]);
  }
  return { tripsOf: (vehicle) => trips.get(vehicle) ?? [], runsOn: calendarOf(tables) };
}

function stopsByTrip(rows: readonly TableRow[]): ReadonlyMap<string, readonly PlannedStop[]> {
  const all = new Map<string, { readonly sequence: number; readonly stop: PlannedStop }[]>();
  for (const row of rows) {
    const stop = stopIn(row);
    if (!stop) continue;
    const { trip_id: tripId = '', stop_sequence } = row;
    const known = all.get(tripId);
    const placed = { sequence: Number(stop_sequence), stop };
    if (known) known.push(placed);
    else all.set(tripId, [placed]);
  }
  return new Map(
    [...all].map(([tripId, stops]) => [
      tripId,
      stops.sort((one, other) => one.sequence - other.sequence).map(({ stop }) => stop),
    ]),
  );
}

/** Stops without a time of their own are passed over: what lies between two timed stops is not guessed. */
function stopIn({ stop_id: stopId = '', arrival_time, departure_time }: TableRow): PlannedStop | undefined {
  const arrives = secondsOf(arrival_time);
  const departs = secondsOf(departure_time) ?? arrives;
  return arrives === undefined || departs === undefined || departs < arrives ? undefined : { stopId, arrives, departs };
}

function secondsOf(text = ''): number | undefined {
  const [, hours, minutes, seconds] = /^(\d{1,2}):([0-5]\d):([0-5]\d)$/.exec(text.trim()) ?? [];
  return hours === undefined ? undefined : Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

function calendarOf(tables: {
  readonly 'calendar.txt': readonly TableRow[];
  readonly 'calendar_dates.txt': readonly TableRow[];
}): Timetable['runsOn'] {
  const weeks = new Map(tables['calendar.txt'].map((row) => [row.service_id, row]));
  const dates = new Map(
    tables['calendar_dates.txt'].map((row) => [`${row.service_id} ${row.date}`, row.exception_type === '1']),
  );
  return (serviceId, day) => {
    const date = day.replaceAll('-', '');
    const said = dates.get(`${serviceId} ${date}`);
    if (said !== undefined) return said;
    const { start_date: start, end_date: end, ...week } = weeks.get(serviceId) ?? {};
    const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
    if (start === undefined || end === undefined || weekday === undefined) return false;
    return start <= date && date <= end && week[weekday] === '1';
  };
}
