import * as z from 'zod';
import { official, partner } from '../access';
import { endpoint } from '../endpoint';
import { CityCode, FreeText, WireDay, WireInstant } from '../wire';
import { addresses, TicketNumber, Typed } from './passenger-wire';
import { ticketChannels } from './ticketing/tickets';

const ticket = {
  ticketNumber: TicketNumber,
  /** Counted up by the selling system at each change of the ticket: the highest holds, in whatever order they come. */
  version: z.number().int().min(1).max(1_000_000),
  /** The city that the coach leaves. */
  city: CityCode,
} as const;

/** A ticket as it was sold, or as it is after a change. */
const SoldTicket = z.strictObject({
  kind: z.literal('sold'),
  ...ticket,
  channel: z.enum(ticketChannels),
  serviceNumber: FreeText(30),
  /** By the timetable. Its civil day in Shanghai is the ticket's for ever: a change to another day or city cancels it and sells another. */
  departsAt: WireInstant,
  stationId: z.string().min(1).max(40).exactOptional(),
  seat: FreeText(10).exactOptional(),
  passenger: Typed,
  ...addresses,
});

/** A ticket that was given back, or changed to another day or city. What was told of its passenger is removed. */
const CancelledTicket = z.strictObject({ kind: z.literal('cancelled'), ...ticket, day: WireDay });

/** What a ticketing system tells of one ticket. */
export const HandedTicket = z.discriminatedUnion('kind', [SoldTicket, CancelledTicket]);
export type HandedTicket = z.output<typeof HandedTicket>;

/** Why one ticket was not taken: said of that one in the answer. */
export const ticketFailures = [
  'city-unknown',
  'capability-absent',
  'ticket-day-refused',
  'ticket-version-taken',
  'name-refused',
  'document-refused',
  'phone-refused',
] as const;
/** Why one ticket was not taken. */
export type TicketFailure = (typeof ticketFailures)[number];

/** What came of a ticket: kept now, kept before, or a later version is known already. */
export const ticketOutcomes = ['kept', 'same', 'superseded'] as const;
export type TicketOutcome = (typeof ticketOutcomes)[number];

const answered = { ticketNumber: z.string(), version: z.number().int() } as const;

export const handInTickets = endpoint({
  name: 'coaches.hand-in-tickets',
  summary: {
    zh: '联网售票系统提交车票（售出、变更、退票），可重复提交，逐张答复',
    en: 'Ticketing systems hand in tickets sold, changed and cancelled; again with one effect, each answered for itself',
  },
  access: partner('ticketing-network'),
  input: z.strictObject({ tickets: z.array(HandedTicket).min(1).max(200) }),
  output: z.strictObject({
    /** In the order given. */
    items: z.array(
      z.discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), ...answered, outcome: z.enum(ticketOutcomes) }),
        z.strictObject({
          ok: z.literal(false),
          ...answered,
          failure: z.strictObject({ code: z.enum(ticketFailures), zh: z.string(), en: z.string() }),
        }),
      ]),
    ),
  }),
  failures: [],
  largestBodyBytes: 1_024 * 1_024,
});

export const countTickets = endpoint({
  name: 'coaches.count-tickets',
  summary: {
    zh: '一个城市一天收到的车票张数，以及没有对应班次的车票',
    en: 'How many tickets of a day came from ticketing systems, and those of no departure that a crew confirmed',
  },
  access: official('bureau'),
  input: z.strictObject({ city: CityCode, day: WireDay }),
  output: z.strictObject({
    sold: z.number().int(),
    unmatched: z.number().int(),
    /** The unmatched by service and time, those of the earliest first; at most a hundred. */
    services: z.array(z.strictObject({ service: z.string(), departsAt: WireInstant, tickets: z.number().int() })),
  }),
  failures: ['city-unknown', 'capability-absent'],
});
