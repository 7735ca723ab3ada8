import type { UsualTable } from '@tongcheng/shared/rides/usual/usual-table';
import { addDays, type Day, minuteMs } from '@tongcheng/shared/time';
import { LRUCache } from 'lru-cache';
import type { DocumentStore } from '../../../ports/document-store';
import type { UsualByDay } from '../journeys/derive-rides';
import { usualDurations, usualDurationsId } from './usual-durations-record';

/** The usual durations that hold for a service day of a city (W-34); undefined before the city learned any. */
export type UsualOf = (city: string, day: Day) => Promise<UsualTable | undefined>;

/** What was found for a day, a table or that there is none. */
interface Found {
  readonly table: UsualTable | undefined;
}

/** A timer that stood still for longer leaves the city to its longest rides. */
const oldestDays = 30;
/** A table is some hundred kilobytes at most. */
const maxTables = 64;
/** A table is never changed. That there is none is asked again. */
const noneMs = 10 * minuteMs;

/** Makes the reader of usual durations: of each day it asks the store once. */
export function makeUsualOf({ store }: { readonly store: DocumentStore }): UsualOf {
  const known = new LRUCache<string, Found>({ max: maxTables });
  return async (city, day) => {
    const id = usualDurationsId(day, city);
    const found = known.get(id) ?? { table: await latestTable(store, city, day) };
    known.set(id, found, found.table ? {} : { ttl: noneMs });
    return found.table;
  };
}

async function latestTable(store: DocumentStore, city: string, day: Day): Promise<UsualTable | undefined> {
  const oldest = addDays(day, -oldestDays);
  const days = (await store.days(usualDurations)).filter((each) => each >= oldest && each <= day);
  if (days.length === 0) return undefined;
  const where = { day: { in: days }, _id: { in: days.map((each) => usualDurationsId(each, city)) } };
  const { items } = await store.find(usualDurations, { where, order: { by: '_id', direction: 'desc' }, limit: 1 });
  return items[0] && new Map(items[0].cells.map((cell) => [cell.key, cell]));
}

/** The tables of some days of a city by day. */
export async function usualOnDays(usualOf: UsualOf, city: string, days: readonly Day[]): Promise<UsualByDay> {
  const found = new Map<Day, UsualTable>();
  for (const day of new Set(days)) {
    const table = await usualOf(city, day);
    if (table) found.set(day, table);
  }
  return found;
}
