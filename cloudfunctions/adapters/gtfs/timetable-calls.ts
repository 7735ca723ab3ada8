import { addDays, dayOf, dayStart, daysFrom } from '@tongcheng/shared/time';
import type { VehicleCall } from '@tongcheng/shared/tracing/vehicle-call';
import { LRUCache } from 'lru-cache';
import type { VehicleLocator, VehicleQuestion } from '../../ports/vehicle-locator';
import { type FeedLimits, feedName, fetchFeed } from './fetch-feed';
import { readTimetable, type Timetable } from './read-timetable';

/** A timetable is asked for anew after this. */
const keptMs = 10 * 60_000;
const maxCities = 8;
const defaultLimits: FeedLimits = { timeoutMs: 10_000, largestBytes: 16 * 1024 * 1024 };

/** Where vehicles are by the timetable of their city, `<url>/<city>/timetable.zip`: GTFS, whose blocks are vehicles. It knows of no delay. */
export function timetableCalls(url: string, limits = defaultLimits): VehicleLocator {
  const known = new LRUCache<string, Promise<Timetable | undefined>>({ max: maxCities, ttl: keptMs });
  const timetableOf = (city: string): Promise<Timetable | undefined> => {
    const found = known.get(city) ?? readAt(`${url}/${city}/timetable.zip`, limits);
    known.set(city, found, { noUpdateTTL: true });
    found.catch(() => known.delete(city));
    return found;
  };
  return {
    callsOf: async (question) => {
      const timetable = await timetableOf(question.city);
      return timetable ? callsIn(timetable, question) : [];
    },
  };
}

async function readAt(url: string, limits: FeedLimits): Promise<Timetable | undefined> {
  const archive = await fetchFeed(url, limits);
  return archive && readTimetable(archive);
}

/** A trip of yesterday may go on after midnight. */
function callsIn(timetable: Timetable, { city, vehicleId, from, to }: VehicleQuestion): readonly VehicleCall[] {
  const trips = timetable.tripsOf(feedName(city, vehicleId));
  const days = daysFrom(addDays(dayOf(from), -1), dayOf(to));
  const dated = days.flatMap((day) =>
    trips
      .filter(({ serviceId }) => timetable.runsOn(serviceId, day))
      .map(({ tripId, stops }) =>
        stops.map(({ stopId, arrives, departs }): VehicleCall => {
          const midnight = dayStart(day);
          const stay = { arrivesAt: midnight + arrives * 1_000, departsAt: midnight + departs * 1_000 };
          return { tripId: `${day} ${tripId}`, stopId: `${city}-${stopId}`, ...stay };
        }),
      ),
  );
  return dated
    .filter((calls) => (calls[0]?.arrivesAt ?? to) < to && (calls.at(-1)?.departsAt ?? from) >= from)
    .sort((one, other) => (one[0]?.arrivesAt ?? 0) - (other[0]?.arrivesAt ?? 0))
    .flat();
}
