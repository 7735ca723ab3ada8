import type { CoachService, ManifestEvent, ManifestEventKind } from '@tongcheng/shared/coaches/events';
import type { Place } from '@tongcheng/shared/coaches/wire';
import { idTime } from '@tongcheng/shared/ids';
import { type Day, dayOf, type Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** What is said of a departure in the clear when its crew confirm it: nothing of it is a person's. */
export interface OpenedDetails {
  readonly service: CoachService;
  readonly serviceNumber: string;
  /** L-01: of its line, as the operator's list had it then; absent of charters, and of lines that no list names. */
  readonly lineClass?: 1 | 2 | 3 | 4;
  readonly origin: Place;
  readonly destination: Place;
  readonly stops: readonly Place[];
  /** L-06: from outside the province. */
  readonly outside?: true;
}

/**
 * Something that happened to a departure, for ever as it was recorded (L-02 to L-08). Names nobody: passengers, coach and accounts are pseudonyms of
 * the coach's day, crew and passengers are sealed under its key.
 */
export interface DepartureEventRecord {
  /** `${day}.${departureId}.${eventId}` */
  readonly _id: string;
  /** Civil day in Shanghai on which it was to leave when its phone made its id; later changes of the time do not move it. */
  readonly day: Day;
  /** The city that it leaves. */
  readonly city: string;
  readonly departureId: string;
  readonly recordedAt: Instant;
  readonly event: ManifestEvent;
  /** Of `event`, to be found by. */
  readonly kind: ManifestEventKind;
  readonly passenger?: string;
  readonly by: string;
  /** Of the crew's confirmation and of a change of coach: the mark of the plate. */
  readonly coach?: string;
  /** Of the crew's confirmation: where it goes, as far as that is a city. */
  readonly destinationCity?: string;
  readonly details?: OpenedDetails;
  /** Facts of a passenger, or what the crew told of themselves and the coach; under the coach's day. */
  readonly sealed?: string;
  /** Member of staff who told it, where staff did. */
  readonly staffId?: string;
  /** Of what was sent, under the day's key: shows that another body has the same id. */
  readonly digest: string;
}

/** Everything that happened to departures of coaches, one partition a day. */
export const departureEvents = collection<DepartureEventRecord>()({
  name: 'departureEvents',
  keep: { until: 'coach-retention' },
  belongs: {
    to: 'rider-of-day',
    exported: 'coaches',
  },
  partition: 'day',
  distributeBy: 'city',
  indexes: [
    ['city', 'departureId'],
    ['city', 'recordedAt'],
    ['city', 'kind', 'coach'],
    ['by'],
    ['city', 'passenger'],
    ['destinationCity'],
  ],
});

/** The day of a departure, by its id: for ever. */
export const departureDay = (departureId: string): Day => dayOf(idTime(departureId));

/** The id of an event within the installation. */
export const eventKey = (departureId: string, eventId: string): string =>
  `${departureDay(departureId)}.${departureId}.${eventId}`;
