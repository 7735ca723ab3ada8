import { hourMs, type Instant, minuteMs } from '../../time';
import { plainCode } from '../../typed-text';

/** Where tickets are sold (L-04): a web site, an app, an official account, a machine, a ticket window. */
export const ticketChannels = ['web', 'app', 'account', 'kiosk', 'window'] as const;
export type TicketChannel = (typeof ticketChannels)[number];

/** For which journey a ticket was sold, or which one a crew confirmed, on one day and from one city. */
export interface ServiceRun {
  /** {@link serviceMark} of the service number. */
  readonly service: string;
  readonly departsAt: Instant;
  /** The station, where it is one of the lists. */
  readonly stationId?: string;
}

/** A service number as it is compared: signs folded, upper case, without spaces, dashes and dots. */
export const serviceMark = (serviceNumber: string): string => plainCode(serviceNumber);

/** Crews and ticketing systems read the same timetable; so much may the two differ. */
const sameTimeMs = 10 * minuteMs;
/** A passenger may take another coach of the service within these hours. */
const sameServiceMs = 3 * hourMs;

const isSameLine = (ticket: ServiceRun, run: ServiceRun): boolean =>
  ticket.service === run.service &&
  (ticket.stationId === undefined || run.stationId === undefined || ticket.stationId === run.stationId);

/** Whether a ticket was sold for this run of the service. Two coaches under one number at one time both fit. */
export const isSoldFor = (ticket: ServiceRun, run: ServiceRun): boolean =>
  isSameLine(ticket, run) && Math.abs(ticket.departsAt - run.departsAt) <= sameTimeMs;

/** Whether its holder may confirm it aboard this run: this one, or another of the same service within three hours. */
export const isGoodFor = (ticket: ServiceRun, run: ServiceRun): boolean =>
  isSameLine(ticket, run) && Math.abs(ticket.departsAt - run.departsAt) <= sameServiceMs;
