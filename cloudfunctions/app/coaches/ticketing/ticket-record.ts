import type { TicketChannel } from '@tongcheng/shared/coaches/ticketing/tickets';
import type { Day, Instant } from '@tongcheng/shared/time';
import { collection } from '../../../ports/document-store';

/**
 * A ticket that a ticketing system handed in (L-04), in the highest version that came. It waits for a departure by city, day, service and time, and is
 * matched when it is read. Names nobody: number and passenger are pseudonyms of the coach's day, facts are sealed under its key; once the ticket is
 * cancelled neither is kept.
 */
export interface TicketRecord {
  /** `${day}.${pseudonym of partner and number}` */
  readonly _id: string;
  /** Civil day in Shanghai of travel. */
  readonly day: Day;
  /** The city that the coach leaves. */
  readonly city: string;
  readonly partnerId: string;
  readonly version: number;
  /** Of what was sent, under the day's key. */
  readonly digest: string;
  readonly recordedAt: Instant;
  /** Absent once cancelled, with everything below. */
  readonly service?: string;
  readonly departsAt?: Instant;
  readonly stationId?: string;
  readonly channel?: TicketChannel;
  readonly seat?: string;
  readonly passenger?: string;
  /** The number alone, whoever sold it: passengers type it who are not known. */
  readonly number?: string;
  readonly sealed?: string;
}

/** Tickets of ticketing systems, one partition a day. */
export const tickets = collection<TicketRecord>()({
  name: 'coachTickets',
  keep: { until: 'coach-retention' },
  belongs: {
    to: 'rider-of-day',
    exported: { not: 'a statement of a ticketing system about a document: its holder is not known to be a rider' },
  },
  partition: 'day',
  distributeBy: 'city',
  indexes: [['city', 'service']],
});

/** A ticket that holds, with what it says. */
export type HeldTicket = TicketRecord &
  Required<Pick<TicketRecord, 'service' | 'departsAt' | 'channel' | 'passenger' | 'number' | 'sealed'>>;

/** Whether a ticket holds. */
export const isHeld = <T extends TicketRecord>(ticket: T): ticket is T & HeldTicket =>
  ticket.service !== undefined && ticket.passenger !== undefined && ticket.sealed !== undefined;
