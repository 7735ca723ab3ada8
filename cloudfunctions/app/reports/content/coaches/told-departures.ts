import type { Completeness } from '@tongcheng/shared/coaches/completeness';
import { usesStopIn } from '@tongcheng/shared/coaches/reached-places';
import type { Day, Instant } from '@tongcheng/shared/time';
import type { DocumentStore, Stored } from '../../../../ports/document-store';
import { type DepartureEventRecord, departureEvents } from '../../../coaches/departure-event-record';
import { departuresStopping } from '../../../coaches/departure-stop-record';
import { departuresOfDay } from '../../../coaches/departures-of-day';
import { departureFrom, type ReadDeparture } from '../../../coaches/read-departure';
import type { ReportPlan } from '../../records';

/** Which way a departure goes, seen from the city of the report; one that stops there ends in another city. */
export const directions = ['leaving', 'arriving', 'stopping'] as const;
type Direction = (typeof directions)[number];

/**
 * A departure of the report, as it was known when the snapshot ended, and for a supplement as the version before knew it. Of one that only stops in the
 * city the manifest holds whoever gets on or off there, and says no number aboard: that is the whole coach's.
 */
export interface ToldDeparture {
  readonly direction: Direction;
  readonly read: ReadDeparture;
  readonly before?: ReadDeparture;
}

/** A departure of the report with where its registration stood when the snapshot ended, by the rules of the city that it leaves. */
export interface ToldWithStanding extends ToldDeparture {
  readonly completeness: Completeness;
}

/** Where the walk is: after this departure of this direction. */
export interface TellingPlace {
  readonly direction: Direction;
  readonly after?: string;
}

type Plan = Pick<ReportPlan, 'city' | 'day' | 'since' | 'until' | 'version'>;

/**
 * Departures of a day that leave a city, then those that reach it, then those that stop there on their way, each in the order of their ids and each once; of a supplement only those of which
 * something was recorded since. One departure at a time is in memory.
 */
export async function* toldDepartures(
  store: DocumentStore,
  plan: Plan,
  { direction, after }: TellingPlace,
): AsyncGenerator<ToldDeparture> {
  const { city, day } = plan;
  const sources = {
    leaving: (from?: string) => departuresOfDay(store, city, day, from),
    arriving: async function* (from?: string) {
      yield* recordsOf(store, day, await arrivals(store, day, city), from);
    },
    stopping: async function* (from?: string) {
      yield* recordsOf(store, day, await departuresStopping(store, city, day), from);
    },
  } as const;
  for (const each of directions.slice(directions.indexOf(direction)))
    yield* told(sources[each](each === direction ? after : undefined), plan, each);
}

type Records = readonly Stored<DepartureEventRecord>[];

async function* told(all: AsyncIterable<Records>, plan: Plan, direction: Direction): AsyncGenerator<ToldDeparture> {
  for await (const records of all) {
    const known = recordedBefore(records, plan.until);
    if (plan.version > 1 && !known.some(({ recordedAt }) => recordedAt >= plan.since)) continue;
    const read = departureOf(known, plan, direction);
    const before = plan.version > 1 ? departureOf(recordedBefore(records, plan.since), plan, direction) : undefined;
    if (read) yield { direction, read, ...(before && { before }) };
  }
}

const recordedBefore = (records: Records, until: Instant) => records.filter(({ recordedAt }) => recordedAt < until);

function departureOf(records: Records, { city }: Plan, direction: Direction): ReadDeparture | undefined {
  const [first] = records;
  if (!first) return undefined;
  const read = departureFrom(first.city, first.departureId, records);
  return direction === 'stopping' ? asStopOf(city, read) : read;
}

/** A departure as a city sees it in which it stops: who gets on or off there. */
function asStopOf(city: string, read: ReadDeparture): ReadDeparture {
  const { manifest, opened } = read;
  const { stops = [] } = opened?.details ?? {};
  const passengers = manifest.passengers.filter(({ best }) => usesStopIn({ stops }, city, best));
  return { ...read, manifest: { ...manifest, aboard: [], passengers } };
}

/** Records of each of some departures from elsewhere. */
async function* recordsOf(
  store: DocumentStore,
  day: Day,
  found: readonly Pick<ReadDeparture, 'city' | 'departureId'>[],
  after = '',
): AsyncGenerator<Records> {
  for (const { city, departureId } of found) {
    if (departureId <= after) continue;
    const records: Stored<DepartureEventRecord>[] = [];
    for await (const batch of store.stream(departureEvents, { where: { day, city, departureId } }))
      records.push(...batch);
    yield records;
  }
}

/** Departures from elsewhere that end in a city, found by their crews' confirmations. Some thousands at most: a city is reached by no more coaches in a day. */
async function arrivals(store: DocumentStore, day: Day, destinationCity: string) {
  const found = new Map<string, { readonly city: string; readonly departureId: string }>();
  for await (const batch of store.stream(departureEvents, { where: { day, destinationCity } }))
    for (const { city, departureId } of batch)
      if (city !== destinationCity) found.set(departureId, { city, departureId });
  return [...found.values()].sort((one, other) => (one.departureId < other.departureId ? -1 : 1));
}
