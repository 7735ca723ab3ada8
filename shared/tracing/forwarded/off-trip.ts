import { hourMs, minuteMs } from '../../time';
import type { VehicleCall } from '../vehicle-call';
import type { SeenScan } from './seen-scan';

/** A vehicle stands so long before it begins and after it ends, and is so late. */
const roomMs = 30 * minuteMs;
/** Nothing is said of a vehicle of which nothing is known so near. */
const knownMs = 12 * hourMs;

/** Scans made when the vehicle was on no trip (X-16, timetable): at night in the depot, in a pause of an hour. `calls` are in the order of time. */
export function offTripScans(scans: readonly SeenScan[], calls: readonly VehicleCall[]): ReadonlySet<string> {
  const trips = new Map<string, { from: number; to: number }>();
  for (const { tripId, arrivesAt, departsAt } of calls) {
    const trip = trips.get(tripId);
    if (trip) trip.to = departsAt;
    else trips.set(tripId, { from: arrivesAt, to: departsAt });
  }
  const [first, last] = [calls[0], calls.at(-1)];
  if (!first || !last) return new Set();
  const spans = [...trips.values()];
  const isOff = ({ scannedAt }: SeenScan) =>
    scannedAt > first.arrivesAt - knownMs &&
    scannedAt < last.departsAt + knownMs &&
    spans.every(({ from, to }) => scannedAt < from - roomMs || scannedAt > to + roomMs);
  return new Set(scans.filter(isOff).map(({ id }) => id));
}
