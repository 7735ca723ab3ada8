import type { Day, Instant } from '@tongcheng/shared/time';
import type { DocumentStore, Stored } from '../../../../ports/document-store';
import { type DepartureEventRecord, departureEvents } from '../../../coaches/departure-event-record';
import { departuresOfDay } from '../../../coaches/departures-of-day';
import { departureFrom, type ReadDeparture } from '../../../coaches/read-departure';
import type { ReportPlan } from '../../records';

/** Which way a departure goes, seen from the city of the report. */
type Direction = 'leaving' | 'arriving';

/** A departure of the report, as it was known when the snapshot ended, and for a supplement as the version before knew it. */
export interface ToldDeparture {
  readonly direction: Direction;
  readonly read: ReadDeparture;
  readonly before?: ReadDeparture;
}

/** Where the walk is: after this departure of this direction. */
export interface TellingPlace {
  readonly direction: Direction;
  readonly after?: string;
}

type Plan = Pick<ReportPlan, 'city' | 'day' | 'since' | 'until' | 'version'>;

/**
 * Departures of a day that leave a city, then those that reach it, each in the order of their ids and each once; of a supplement only those of which
 * something was recorded since. One departure at a time is in memory.
 */
export async function* toldDepartures(
  store: DocumentStore,
  plan: Plan,
  { direction, after }: TellingPlace,
): AsyncGenerator<ToldDeparture> {
  if (direction === 'leaving') yield* told(departuresOfDay(store, plan.city, plan.day, after), plan, 'leaving');
  yield* told(arriving(store, plan, direction === 'arriving' ? after : undefined), plan, 'arriving');
}

type Records = readonly Stored<DepartureEventRecord>[];

async function* told(all: AsyncIterable<Records>, plan: Plan, direction: Direction): AsyncGenerator<ToldDeparture> {
  for await (const records of all) {
    const known = recordedBefore(records, plan.until);
    if (plan.version > 1 && !known.some(({ recordedAt }) => recordedAt >= plan.since)) continue;
    const read = departureOf(known);
    const before = plan.version > 1 ? departureOf(recordedBefore(records, plan.since)) : undefined;
    if (read) yield { direction, read, ...(before && { before }) };
  }
}

const recordedBefore = (records: Records, until: Instant) => records.filter(({ recordedAt }) => recordedAt < until);

const departureOf = (records: Records): ReadDeparture | undefined =>
  records[0] && departureFrom(records[0].city, records[0].departureId, records);

/** Records of each departure from elsewhere that reaches a city: found by their crews' confirmations. */
async function* arriving(store: DocumentStore, plan: Plan, after = ''): AsyncGenerator<Records> {
  const found = await arrivals(store, plan.day, plan.city);
  for (const { city, departureId } of found) {
    if (departureId <= after) continue;
    const records: Stored<DepartureEventRecord>[] = [];
    for await (const batch of store.stream(departureEvents, { where: { day: plan.day, city, departureId } }))
      records.push(...batch);
    yield records;
  }
}

/** Some thousands at most: a city is reached by no more coaches in a day. */
async function arrivals(store: DocumentStore, day: Day, destinationCity: string) {
  const found = new Map<string, { readonly city: string; readonly departureId: string }>();
  for await (const batch of store.stream(departureEvents, { where: { day, destinationCity } }))
    for (const { city, departureId } of batch)
      if (city !== destinationCity) found.set(departureId, { city, departureId });
  return [...found.values()].sort((one, other) => (one.departureId < other.departureId ? -1 : 1));
}
