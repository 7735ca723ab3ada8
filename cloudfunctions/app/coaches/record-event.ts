import type { StaffCaller } from '@tongcheng/shared/caller';
import type { ManifestEvent, Registered } from '@tongcheng/shared/coaches/events';
import type { DocumentStore } from '../../ports/document-store';
import type { DayVault } from '../../vault/vault';
import { type DepartureEventRecord, departureDay, departureEvents, eventKey } from './departure-event-record';
import { keepStops } from './departure-stop-record';

/** What came of an event: recorded now, recorded before, or something else stands under its id, which stays. */
type Recorded = 'recorded' | 'same' | 'conflict';

/** An event with where it belongs and what was sent, by which a repetition is known. */
export interface NewEvent
  extends Pick<
    DepartureEventRecord,
    'city' | 'departureId' | 'recordedAt' | 'event' | 'destinationCity' | 'details' | 'sealed' | 'staffId'
  > {
  readonly sent: unknown;
}

/** The record of an event. */
export function eventRecord(day: DayVault, { sent, event, departureId, ...rest }: NewEvent): DepartureEventRecord {
  return {
    _id: eventKey(departureId, event.eventId),
    day: departureDay(departureId),
    departureId,
    ...rest,
    event,
    kind: event.kind,
    by: event.by,
    ...passengerOf(event),
    ...('coach' in event && { coach: event.coach }),
    digest: day.pseudonym(`sent:${JSON.stringify(sent)}`),
  };
}

/** Where a passenger gets on and off, out of what was sent or kept; what is absent is left out. */
export const legOf = ({ boardsAt, alightsAt }: Leg): Leg => ({
  ...(boardsAt !== undefined && { boardsAt }),
  ...(alightsAt !== undefined && { alightsAt }),
});
type Leg = Pick<Registered, 'boardsAt' | 'alightsAt'>;

const passengerOf = (event: ManifestEvent) => (event.kind === 'registered' ? { passenger: event.passenger } : {});

/** Keeps events, each for itself, in the order given. The same again has one effect. */
export async function recordEvents(
  store: DocumentStore,
  records: readonly DepartureEventRecord[],
): Promise<readonly Recorded[]> {
  if (records.length === 0) return [];
  await keepStops(store, records);
  const answers = await store.insertMany(departureEvents, records);
  return Promise.all(
    records.map(async ({ _id, digest }, order): Promise<Recorded> => {
      if (answers[order] === 'inserted') return 'recorded';
      return (await store.get(departureEvents, _id))?.digest === digest ? 'same' : 'conflict';
    }),
  );
}

/** Who answers for what staff tell: their operator, whose colleagues go on where they stopped, or they alone. */
export const markOfStaff = ({ operatorId, staffId }: Pick<StaffCaller, 'operatorId' | 'staffId'>): string =>
  operatorId === undefined ? `s:${staffId}` : `o:${operatorId}`;

/** An account on the coach's day: nothing links it to another day. */
export const markOfAccount = (day: DayVault, accountId: string): string => day.pseudonym(`account:${accountId}`);

/** A plate on the coach's day, so that a coach is found by its plate and stands nowhere in the clear. */
export const markOfPlate = (day: DayVault, plate: string): string => day.pseudonym(`coach:${plate}`);
