import type { Day } from '@tongcheng/shared/time';
import type { DocumentStore, Stored } from '../../ports/document-store';
import { type DepartureEventRecord, departureEvents } from './departure-event-record';

/**
 * Everything of each departure that leaves a city on a day, one departure after the other in the order of their ids, from the one after `after` on.
 * One departure at a time is in memory.
 */
export async function* departuresOfDay(
  store: DocumentStore,
  city: string,
  day: Day,
  after?: string,
): AsyncGenerator<readonly Stored<DepartureEventRecord>[]> {
  const where = after === undefined ? { day, city } : { day, city, departureId: { gt: after } };
  let held: Stored<DepartureEventRecord>[] = [];
  for await (const batch of store.stream(departureEvents, { where, order: { by: 'departureId', direction: 'asc' } }))
    for (const record of batch) {
      if (held[0] && held[0].departureId !== record.departureId) {
        yield held;
        held = [];
      }
      held.push(record);
    }
  if (held.length > 0) yield held;
}
