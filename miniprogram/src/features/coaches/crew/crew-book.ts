import type { listPlaces } from '@tongcheng/shared/coaches/api';
import type { listKnownRuns } from '@tongcheng/shared/coaches/runs-api';
import type { CrewDelivery } from '@tongcheng/shared/coaches/wire';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import type { Text } from '@tongcheng/shared/text';
import { hasFields, type PhoneRecord, type Records, withNew } from '../../../client/records';

/** A crew's confirmation of a departure as it is sent. */
type OpenedEvent = Extract<CrewDelivery['event'], { readonly kind: 'opened' }>;

/** A departure that this phone made, with its code; valid before anything was delivered. */
export interface HeldDeparture {
  readonly departureId: string;
  readonly city: string;
  readonly code: string;
  readonly opened: OpenedEvent;
  /** The coach and its crew since they were replaced; those of the confirmation until then. */
  readonly crew?: OpenedEvent['crew'];
  /** When it leaves since this phone changed the time; the time of the confirmation until then. */
  readonly departsAt?: number;
}

/** The coach of a departure and its crew as they are now. */
export const crewNow = ({ crew, opened }: HeldDeparture): OpenedEvent['crew'] => crew ?? opened.crew;

/** When a departure leaves, as this phone last said. */
export const timeNow = ({ departsAt, opened }: HeldDeparture): number => departsAt ?? opened.departsAt;

/** What this phone holds of departures: those it made, newest first; events to deliver, oldest first; those that were refused. */
export interface CrewBook {
  readonly departures: readonly HeldDeparture[];
  readonly waiting: readonly CrewDelivery[];
  readonly refused: readonly { readonly delivery: CrewDelivery; readonly reason: Text }[];
}

const mostHeld = 30;

/** Where it is kept; it outlives the app. An event that was delivered twice is the same event. */
export const crewBookRecord: PhoneRecord<CrewBook> = {
  key: 'tc.crew-book',
  empty: { departures: [], waiting: [], refused: [] },
  is: (value): value is CrewBook =>
    hasFields(value, 'departures', 'waiting', 'refused') && Array.isArray(value.waiting),
  merged: (one, other) => ({
    departures: withNew(one.departures, other.departures, ({ departureId }) => departureId).slice(0, mostHeld),
    waiting: withNew(one.waiting, other.waiting, ({ event }) => event.eventId),
    refused: withNew(one.refused, other.refused, ({ delivery }) => delivery.event.eventId),
  }),
};

/** What crews choose from, as the service last said; kept, since departures are registered without a network too. */
export const placesRecord: PhoneRecord<OutputOf<typeof listPlaces>> = {
  key: 'tc.coach-places',
  replaceable: true,
  empty: { places: [], asksAddressesTo: [], remindMinutesBefore: [], publicUrl: '' },
  is: (value): value is OutputOf<typeof listPlaces> =>
    hasFields(value, 'places', 'asksAddressesTo', 'publicUrl') && Array.isArray(value.places),
};

/** Vehicles and lines of the crew's operator, as the service last said; kept, since a form is filled in without a network too. */
export const knownRunsRecord: PhoneRecord<OutputOf<typeof listKnownRuns>> = {
  key: 'tc.known-runs',
  replaceable: true,
  empty: { vehicles: [], lines: [], seats: [] },
  added: { seats: [] },
  is: (value): value is OutputOf<typeof listKnownRuns> =>
    hasFields(value, 'vehicles', 'lines') && Array.isArray(value.vehicles) && Array.isArray(value.lines),
};

/** Keeps a new departure and the event that tells of it. */
export const keepDeparture = (records: Records, departure: HeldDeparture): void =>
  change(records, (book) => ({
    ...book,
    departures: [departure, ...book.departures].slice(0, mostHeld),
    waiting: [...book.waiting, { city: departure.city, departureId: departure.departureId, event: departure.opened }],
  }));

/** Keeps a departure as it is from now on, with another coach, crew or time, and the event that tells of it. */
export const keepChanged = (records: Records, replaced: HeldDeparture, delivery: CrewDelivery): void =>
  change(records, (book) => ({
    ...book,
    departures: book.departures.map((each) => (each.departureId === replaced.departureId ? replaced : each)),
    waiting: [...book.waiting, delivery],
  }));

/** Keeps one more event of a departure. */
export const keepEvent = (records: Records, delivery: CrewDelivery): void =>
  change(records, (book) => ({ ...book, waiting: [...book.waiting, delivery] }));

/** Takes what was answered off the list; what was refused stays to be read. */
export const noteAnswers = (records: Records, taken: readonly string[], refused: CrewBook['refused']): void =>
  change(records, (book) => {
    const over = new Set([...taken, ...refused.map(({ delivery }) => delivery.event.eventId)]);
    return {
      ...book,
      waiting: book.waiting.filter(({ event }) => !over.has(event.eventId)),
      refused: [...refused, ...book.refused].slice(0, mostHeld),
    };
  });

const change = (records: Records, step: (book: CrewBook) => CrewBook): void =>
  records.write(crewBookRecord, step(records.read(crewBookRecord)));
