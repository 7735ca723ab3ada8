import type { CoachService, incompleteReasons } from '@tongcheng/shared/coaches/events';
import type { CrewEvent, Place } from '@tongcheng/shared/coaches/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { Person } from '../people/person';

/** Who tells of a departure: the crew of an operator, a crew from outside the province (L-06), or a ledger on paper (L-09). */
export type ToldBy = 'operator' | 'visitor' | 'ledger';

/** People who come together; the first has the phone. */
export interface Party {
  readonly order: number;
  readonly people: readonly Person[];
}

/** Whoever types nothing themselves: crew or the station's desk register them with the document in hand (L-07). */
export interface Helped {
  readonly order: number;
  readonly person: Person;
  readonly by: 'crew' | 'desk';
}

/** What an arrival officer finds (L-08). */
export interface FoundOnArrival {
  /** As many of the list are not there: those who came last. */
  readonly absent: number;
  /** They are there and on no list. */
  readonly added: readonly Person[];
  /** The officer closes the verification; else it stays open. */
  readonly closes: boolean;
}

/** Why a crew leaves although somebody is not registered. */
export type IncompleteReason = (typeof incompleteReasons)[number];
/** Why a departure never leaves. */
type CancelReason = Extract<CrewEvent, { kind: 'cancelled' }>['reason'];

/** Something that is done for a departure at an instant. */
export type PlannedAct = { readonly at: Instant } & (
  | { readonly kind: 'opens' /** The phone has no network before. */; readonly deliverAt?: Instant }
  | { readonly kind: 'sells' /** Tickets ahead, by a ticketing system (L-04). */; readonly people: readonly Person[] }
  | {
      readonly kind: 'registers';
      readonly party: Party;
      /** They sit in another coach, in this city, before a copy of the code. */
      readonly elsewhere?: string;
    }
  | { readonly kind: 'withdraws'; readonly party: Party }
  | { readonly kind: 'helps'; readonly helped: Helped }
  | { readonly kind: 'counts'; readonly aboard: number }
  | { readonly kind: 'reschedules'; readonly departsAt: Instant }
  | { readonly kind: 'replaces'; readonly plate: string }
  | { readonly kind: 'leaves'; readonly reason?: IncompleteReason }
  | { readonly kind: 'cancels'; readonly reason: CancelReason }
  | { readonly kind: 'verifies'; readonly found: FoundOnArrival }
  | { readonly kind: 'files'; readonly people: readonly Person[] }
);

/** Driver or attendant, as the crew state them. */
export interface CrewPerson {
  readonly name: string;
  readonly phone: string;
}

/** A departure of the simulated province with everything that will be done for it. */
export interface PlannedDeparture {
  readonly departureId: string;
  /** Of the day, from 0. */
  readonly order: number;
  /** Of the city and day, from 0: the coach, and who drives it. */
  readonly run: number;
  readonly toldBy: ToldBy;
  readonly city: string;
  readonly origin: Place;
  readonly destination: Place;
  readonly service: CoachService;
  readonly serviceNumber: string;
  readonly plate: string;
  readonly driver: CrewPerson;
  readonly attendant?: CrewPerson;
  readonly departsAt: Instant;
  readonly arrivesAt: Instant;
  /** As many as get on. */
  readonly aboard: number;
  readonly acts: readonly PlannedAct[];
}

/** The number of somebody's ticket for a departure, as it is printed on it. */
export const ticketNumberOf = (
  { serviceNumber, departureId }: Pick<PlannedDeparture, 'serviceNumber' | 'departureId'>,
  { index }: Person,
): string => `${serviceNumber.slice(1)}-${departureId.slice(4, 14)}-${index}`;
