import * as z from 'zod';
import { documentKinds } from '../identity/documents/kinds';
import { Text } from '../text';
import { plainCode } from '../typed-text';
import { LineClass } from '../venues/coach-settings';
import { isPlate } from '../venues/plates';
import { CityCode, FreeText, Id, WireDay, WireInstant } from '../wire';
import { lacks, standings } from './completeness';
import { departurePhases } from './departure-phases';
import { cancelReasons, coachServices, incompleteReasons, registrationSources } from './events';

/** Where a coach leaves, stops or goes: a station or a city of the lists, free text beyond them. */
export const Place = z.strictObject({
  name: FreeText(60),
  city: CityCode.exactOptional(),
  stationId: z.string().min(1).max(40).exactOptional(),
});
export type Place = z.output<typeof Place>;

/** A place of a journey by its order: 0 the origin, then at most twenty stops, the destination last. */
export const PlaceOrder = z.number().int().min(0).max(21);

/** A station or a city of the lists, which crews choose from. */
export const KnownPlace = z.strictObject({
  name: Text,
  city: CityCode,
  stationId: z.string().exactOptional(),
});
export type KnownPlace = z.output<typeof KnownPlace>;

/** A plate in its plain form. */
export const Plate = z.string().max(20).overwrite(plainCode).refine(isPlate);

const CrewMember = z.strictObject({ name: z.string().min(1).max(80), phone: z.string().min(1).max(30) });

/** L-02: what the crew tell of themselves and the coach. It is sealed. */
export const CrewFacts = z.strictObject({
  plate: Plate,
  driver: CrewMember,
  /** Absent when the driver registers. */
  registrant: CrewMember.exactOptional(),
  /** Absent when there is none. */
  attendant: CrewMember.extend({
    documentKind: z.enum(documentKinds).exactOptional(),
    documentNumber: z.string().min(1).max(60).exactOptional(),
  }).exactOptional(),
});
export type CrewFacts = z.output<typeof CrewFacts>;

/** What each event says: its id, made by the phone, and when it happened by the phone's clock. */
export const told = { eventId: Id, at: WireInstant } as const;

/** The crew confirm a departure (L-02): its event has the departure's own id. */
export const OpenedInput = z.strictObject({
  kind: z.literal('opened'),
  ...told,
  crew: CrewFacts,
  aboard: z.number().int().min(0).max(200),
  service: z.enum(coachServices),
  serviceNumber: FreeText(30),
  departsAt: WireInstant,
  origin: Place,
  destination: Place,
  stops: z.array(Place).max(20),
  /** L-06. */
  outside: z.literal(true).exactOptional(),
});
export type OpenedInput = z.output<typeof OpenedInput>;

/** What crews tell of a departure, from phones that may have been without network for hours. */
export const CrewEvent = z.discriminatedUnion('kind', [
  OpenedInput,
  z.strictObject({ kind: z.literal('aboard-counted'), ...told, aboard: z.number().int().min(0).max(200) }),
  z.strictObject({ kind: z.literal('rescheduled'), ...told, departsAt: WireInstant }),
  /** Another coach or driver takes over: the manifest moves, codes of the other coach are dead. */
  z.strictObject({ kind: z.literal('coach-replaced'), ...told, crew: CrewFacts }),
  z.strictObject({ kind: z.literal('departed'), ...told, reason: z.enum(incompleteReasons).exactOptional() }),
  z.strictObject({ kind: z.literal('cancelled'), ...told, reason: z.enum(cancelReasons) }),
  /** Of a registration that the crew made themselves. */
  z.strictObject({ kind: z.literal('withdrawn'), ...told, registration: Id }),
]);
export type CrewEvent = z.output<typeof CrewEvent>;

/** One thing of one departure. */
export const CrewDelivery = z.strictObject({ city: CityCode, departureId: Id, event: CrewEvent });
export type CrewDelivery = z.output<typeof CrewDelivery>;

const count = z.number().int().min(0);

/** L-10: the numbers of a departure. */
const Figures = z.strictObject({
  aboard: count.exactOptional(),
  registered: count,
  missing: count,
  over: count,
  onLeaving: count,
  byStaff: count,
  present: count,
  absent: count,
  added: count,
  unseen: count,
});

/** A departure as its crew and station staff see it: no name of anybody. */
export const DepartureView = z.strictObject({
  departureId: Id,
  city: CityCode,
  day: WireDay,
  phase: z.enum(departurePhases),
  /** These are absent while the crew's confirmation has not arrived. */
  plate: z.string().exactOptional(),
  service: z.enum(coachServices).exactOptional(),
  serviceNumber: z.string().exactOptional(),
  /** L-01: of its line, as its operator's list had it when the crew confirmed; absent of charters and of lines that no list names. */
  lineClass: LineClass.exactOptional(),
  origin: Place.exactOptional(),
  destination: Place.exactOptional(),
  stops: z.array(Place).exactOptional(),
  /** Getting on and off at origin, stops and destination; absent without stops. */
  places: z.array(z.strictObject({ on: count, off: count })).exactOptional(),
  outside: z.literal(true).exactOptional(),
  departsAt: WireInstant,
  /** The time that its crew said first, where it has changed since. */
  plannedFor: WireInstant.exactOptional(),
  departedAt: WireInstant.exactOptional(),
  arrivedAt: WireInstant.exactOptional(),
  closedAt: WireInstant.exactOptional(),
  /** Why it left incomplete, or was cancelled. */
  reason: z.string().exactOptional(),
  /** How often it was reopened after its arrival had been closed. */
  reopenings: count.exactOptional(),
  figures: Figures,
  /** L-09, L-10: where its registration stands, by the ways of registration of its station. */
  standing: z.enum(standings),
  /** Of an incomplete one. */
  lacks: z.enum(lacks).exactOptional(),
  /** Until when the ledger of a station on paper may come; of what awaits one, and of what lacks one. */
  ledgerBy: WireInstant.exactOptional(),
  /** What phones of releases before `standing` go by: nobody has to do anything before it leaves. */
  complete: z.boolean(),
  /** Sold ahead for this departure, and how many of their holders are registered; absent where none were. */
  tickets: z.strictObject({ sold: count, registered: count }).exactOptional(),
  /** How many were said to be aboard, and when: corrections leave a trace. */
  aboardSaid: z.array(z.strictObject({ at: WireInstant, aboard: count })),
  /** How many coaches it had, replacements among them. */
  coaches: count,
  /** Events that came in a state that they do not fit: kept, without effect. */
  unfitting: count,
});
export type DepartureView = z.output<typeof DepartureView>;

/** Somebody on the manifest as the arrival officer sees them (L-08): masked. */
export const ManifestRow = z.strictObject({
  /** Names them in answers of the officer; means nothing on another day. */
  passenger: z.string().max(40),
  maskedName: z.string(),
  documentKind: z.enum(documentKinds),
  maskedDocument: z.string(),
  maskedPhone: z.string(),
  seat: z.string().exactOptional(),
  boardsAt: PlaceOrder.exactOptional(),
  alightsAt: PlaceOrder.exactOptional(),
  source: z.enum(registrationSources),
  onArrival: z.boolean(),
  presence: z.enum(['present', 'absent']).exactOptional(),
});
export type ManifestRow = z.output<typeof ManifestRow>;
