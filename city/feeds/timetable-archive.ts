import { csvText } from '@tongcheng/shared/csv';
import { addDays, type Day, dayStart } from '@tongcheng/shared/time';
import type { Mode } from '@tongcheng/shared/venues/kinds';
import { strToU8, zipSync } from 'fflate';
import type { Network } from '../network/network';
import { tripsOn, vehicleNames } from './vehicle-trips';

/** The mode that has a timetable here; one of all vehicles and days would be long, and positions are asked for a vehicle and day. */
const timetabled: Mode = 'ferry';
/** Of so many days back; a case looks back no further in the simulated city. */
const daysBack = 14;

/** The timetable of a simulated city as a GTFS archive: trips of the last days, today and tomorrow, a block being a vehicle. */
export function timetableArchive(network: Network, today: Day): Uint8Array {
  const days = Array.from({ length: daysBack + 2 }, (_, at) => addDays(today, at - daysBack));
  const trips = [['route_id', 'service_id', 'trip_id', 'block_id']];
  const times = [['trip_id', 'arrival_time', 'departure_time', 'stop_id', 'stop_sequence']];
  for (const line of network.lines.filter(({ mode }) => mode === timetabled))
    for (const [index, vehicle] of vehicleNames(network, line).entries())
      for (const day of days)
        for (const { tripId, stops } of tripsOn(line, index, day)) {
          trips.push([line.lineId, day, tripId, vehicle]);
          for (const [at, { stopId, arrivesAt, departsAt }] of stops.entries())
            times.push([tripId, timeOf(arrivesAt, day), timeOf(departsAt, day), stopId, String(at + 1)]);
        }
  const tables = {
    'agency.txt': [
      ['agency_id', 'agency_name', 'agency_url', 'agency_timezone'],
      ['1', '武汉公交（模拟）', 'https://bus.example', 'Asia/Shanghai'],
    ],
    'calendar_dates.txt': [
      ['service_id', 'date', 'exception_type'],
      ...days.map((day) => [day, day.replaceAll('-', ''), '1']),
    ],
    'trips.txt': trips,
    'stop_times.txt': times,
  };
  return zipSync(Object.fromEntries(Object.entries(tables).map(([name, lines]) => [name, strToU8(csvText(lines))])), {
    level: 1,
  });
}

/** Times after midnight go on counting: 25:10:00. */
function timeOf(at: number, day: Day): string {
  const seconds = Math.round((at - dayStart(day)) / 1_000);
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
