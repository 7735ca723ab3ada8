import type { DocumentStore } from '../../ports/document-store';
import { type DepartureEventRecord, departureEvents } from './departure-event-record';

/**
 * A registration that came before its crew's confirmation could not be compared with the way of the coach. The same registration sent again with a place,
 * once the way is known, adds what came of the comparison; nothing else of what was recorded changes, and a flag that stands is never taken away.
 */
export async function noteOffRoute(
  store: DocumentStore,
  { _id, event: again }: Pick<DepartureEventRecord, '_id' | 'event'>,
): Promise<void> {
  if (again.kind !== 'registered' || again.offRoute === undefined) return;
  const held = await store.get(departureEvents, _id);
  if (held?.event.kind !== 'registered' || held.event.offRoute !== undefined) return;
  const { _v, ...record } = held;
  // Of two that come at once either is right, and one is enough.
  await store.update(departureEvents, { ...record, event: { ...held.event, offRoute: again.offRoute } }, _v);
}
