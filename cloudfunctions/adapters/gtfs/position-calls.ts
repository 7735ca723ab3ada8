import { addDays, dayOf, daysFrom } from '@tongcheng/shared/time';
import type { VehicleCall } from '@tongcheng/shared/tracing/vehicle-call';
import type { VehicleLocator, VehicleQuestion } from '../../ports/vehicle-locator';
import { type FeedLimits, feedName, fetchFeed } from './fetch-feed';
import { readSightings, type Sighting } from './read-sightings';

const defaultLimits: FeedLimits = { timeoutMs: 5_000, largestBytes: 4 * 1024 * 1024 };

/**
 * Where vehicles were by the positions that they sent: `<url>/<city>/vehicle-positions/<day>/<vehicle>.pb`, what one vehicle sent on one day as a
 * GTFS-realtime message. Asked for when a case needs it; nothing is collected.
 */
export const positionCalls = (url: string, limits = defaultLimits): VehicleLocator => ({
  callsOf: async (question) => {
    const { city, vehicleId, from, to } = question;
    const vehicle = feedName(city, vehicleId);
    const days = daysFrom(addDays(dayOf(from), -1), dayOf(to));
    const found: Sighting[] = [];
    for (const day of days) {
      const at = `${url}/${city}/vehicle-positions/${day}/${encodeURIComponent(vehicle)}.pb`;
      const message = await fetchFeed(at, limits);
      if (message) found.push(...readSightings(message, vehicle));
    }
    return callsIn(found, question);
  },
});

/** A stop is from the first to the last sighting there; one that was passed between two sightings is between them. */
function callsIn(sightings: readonly Sighting[], { city, from, to }: VehicleQuestion): readonly VehicleCall[] {
  const calls: { tripId: string; stopId: string; arrivesAt: number; departsAt: number }[] = [];
  let before: Sighting | undefined;
  for (const sighting of sightings.toSorted((one, other) => one.at - other.at)) {
    const { tripId, at, isThere } = sighting;
    const stopId = `${city}-${sighting.stopId}`;
    const last = calls.at(-1);
    if (isThere && last?.tripId === tripId && last.stopId === stopId) last.departsAt = at;
    else if (isThere) calls.push({ tripId, stopId, arrivesAt: at, departsAt: at });
    else if (before && wasPassed(before, sighting))
      calls.push({ tripId, stopId: `${city}-${before.stopId}`, arrivesAt: before.at, departsAt: at });
    before = sighting;
  }
  return calls.filter(({ arrivesAt, departsAt }) => arrivesAt < to && departsAt >= from);
}

/** On the way to one stop, then to another of the same trip: it was at the first between the two. */
const wasPassed = (before: Sighting, { tripId, stopId }: Sighting): boolean =>
  !before.isThere && before.tripId === tripId && before.stopId !== stopId;
