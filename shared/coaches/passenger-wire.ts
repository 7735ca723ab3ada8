import * as z from 'zod';
import { documentKinds } from '../identity/documents/kinds';
import { RoughPosition } from '../rides/wire';
import { plainNumber } from '../typed-text';
import { CityCode, FreeText, Id, WireInstant } from '../wire';
import { departurePhases } from './departure-phases';
import { coachServices, registrationSources } from './events';
import { ticketChannels } from './ticketing/tickets';
import { Place, PlaceOrder } from './wire';

/** Where the destination asks for them (L-03). */
export const addresses = {
  addressBefore: FreeText(200).exactOptional(),
  addressThere: FreeText(200).exactOptional(),
} as const;

/** Where a passenger gets on and off: 0 the origin, then the stops, the destination last; absent for the whole way. */
const leg = { boardsAt: PlaceOrder.exactOptional(), alightsAt: PlaceOrder.exactOptional() } as const;

/** Somebody as they or staff type them. */
export const Typed = z.strictObject({
  name: z.string().min(1).max(80),
  documentKind: z.enum(documentKinds),
  documentNumber: z.string().min(1).max(60),
  /** Their own or a relative's; where staff type it may be missing. */
  phone: z.string().min(1).max(30).exactOptional(),
});
export type Typed = z.output<typeof Typed>;

/** The ticket's number in the system that sold it, as it is printed: letters, digits and . : / - _ */
export const TicketNumber = z.string().regex(/^[\w.:/-]{1,40}$/);

/**
 * Whom a passenger registers: themselves or one of the family as they are known, or somebody by a typed statement. With a ticket that was bought
 * ahead nothing is typed twice (L-04): whoever is known confirms it, anybody else names its number and the end of the document on it.
 */
export const Whom = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('self') }),
  z.strictObject({ by: z.literal('member'), memberId: Id }),
  z.strictObject({ by: z.literal('ticket'), ticket: z.string().min(1).max(60) }),
  z.strictObject({
    by: z.literal('ticket-number'),
    ticketNumber: TicketNumber,
    documentEnding: z.string().overwrite(plainNumber).length(4),
  }),
  Typed.extend({ by: z.literal('typed'), phone: z.string().min(1).max(30) }),
]);
export type Whom = z.output<typeof Whom>;

/** L-03 to L-05: one passenger is registered. The phone makes the id, so that a retry is the same registration. */
export const RegistrationInput = z.strictObject({
  registrationId: Id,
  code: z.string().min(1).max(500),
  whom: Whom,
  ...addresses,
  ...leg,
  seat: FreeText(10).exactOptional(),
  /** An earlier registration by this account that this one corrects. */
  replaces: Id.exactOptional(),
  /** Where the phone was, if the rider allows it: compared with the way of the coach, and not kept. */
  position: RoughPosition.exactOptional(),
});

/** L-07: staff register somebody without a phone. */
export const AssistedRegistrationInput = z.strictObject({
  registrationId: Id,
  city: CityCode,
  departureId: Id,
  /** When it was typed: the phone may have been without network. */
  at: WireInstant,
  whom: Typed,
  ...addresses,
  ...leg,
  seat: FreeText(10).exactOptional(),
});

/** A registration that the asking account made, masked. */
export const OwnRegistration = z.strictObject({
  registrationId: Id,
  /** As the manifest of this departure names them, for the proof on arrival; means nothing on another day. */
  passenger: z.string().max(40),
  maskedName: z.string(),
  documentKind: z.enum(documentKinds),
  maskedDocument: z.string(),
  source: z.enum(registrationSources),
  seat: z.string().exactOptional(),
  ...leg,
  at: WireInstant,
});
export type OwnRegistration = z.output<typeof OwnRegistration>;

/** Another departure of the same hours for which the account registered somebody: the wrong coach may be before them. */
const OtherDeparture = z.strictObject({
  departureId: Id,
  departsAt: WireInstant,
  serviceNumber: z.string().exactOptional(),
  destination: Place.exactOptional(),
});

/** A ticket of the asking rider or one of their family for this departure, not confirmed yet: masked. */
const OwnTicket = z.strictObject({
  /** Names it when it is confirmed; means nothing on another day. */
  ticket: z.string(),
  maskedName: z.string(),
  documentKind: z.enum(documentKinds),
  maskedDocument: z.string(),
  seat: z.string().exactOptional(),
  channel: z.enum(ticketChannels),
  /** Of the family; absent: their own. */
  memberId: Id.exactOptional(),
  /** The addresses that the destination asks for came with the ticket. */
  addressed: z.boolean(),
});
export type OwnTicket = z.output<typeof OwnTicket>;

/** Why a code is dead whose departure is still shown to whoever registered somebody by it. */
const endedCodes = ['departure-cancelled', 'departure-code-replaced', 'departure-arrived'] as const;

/** A departure as whoever scanned its code sees it. */
export const ScannedDeparture = z.strictObject({
  departureId: Id,
  city: CityCode,
  phase: z.enum(departurePhases),
  /** fills no manifest. */
  demonstration: z.boolean(),
  plate: z.string(),
  departsAt: WireInstant,
  /** The time that its crew said first, where it has changed since. */
  plannedFor: WireInstant.exactOptional(),
  service: z.enum(coachServices).exactOptional(),
  serviceNumber: z.string().exactOptional(),
  origin: Place.exactOptional(),
  destination: Place.exactOptional(),
  stops: z.array(Place).exactOptional(),
  asksAddresses: z.boolean(),
  retentionDays: z.number().int(),
  /** More are registered than were counted aboard: recorded and flagged, nobody is refused for it. */
  over: z.boolean(),
  /** Until it leaves, registrations are corrected and withdrawn. */
  changeable: z.boolean(),
  own: z.array(OwnRegistration),
  elsewhere: z.array(OtherDeparture),
  /** The code is dead, and why; told to whoever registered somebody by it, everybody else is refused. */
  ended: z.strictObject({ code: z.enum(endedCodes), zh: z.string(), en: z.string() }).exactOptional(),
  /** Tickets were sold ahead for it, so that anybody may confirm one by its number. */
  ticketed: z.boolean(),
  tickets: z.array(OwnTicket),
});
export type ScannedDeparture = z.output<typeof ScannedDeparture>;
