import { serviceMark } from '@tongcheng/shared/coaches/ticketing/tickets';
import * as z from 'zod';
import { openPartner } from '../world/key-holders';
import type { Answered, Town } from '../world/town';
import { origin, planted } from './coach-town';

const operation = 'coaches.hand-in-tickets';

/** A ticketing system registered for the first city; it signs what it hands in. */
export async function ticketSeller(town: Town) {
  const partner = await openPartner(town, 'ticketing-network');
  const request = (tickets: readonly unknown[], more = {}) => partner.request(operation, { tickets }, more);
  const send = (signed: unknown) => town.ask(operation, signed);
  return {
    partnerId: partner.partnerId,
    request,
    send,
    handIn: (tickets: readonly unknown[]) => send(request(tickets)),
  };
}

/** A ticket for a departure of the first city. */
export const soldTicket = (
  departsAt: number,
  ticketNumber: string,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  ...{ kind: 'sold', ticketNumber, version: 1, channel: 'app', city: origin, serviceNumber: 'C 123', departsAt },
  ...{ seat: '07', passenger: planted.passenger },
  ...more,
});

/** A ticket given back. */
export const cancelledTicket = (day: string, ticketNumber: string, version = 2) => ({
  ...{ kind: 'cancelled', ticketNumber, version, city: origin, day },
});

const Items = z.object({
  items: z.array(
    z.object({ outcome: z.string().optional(), failure: z.object({ code: z.string(), zh: z.string() }).optional() }),
  ),
});

/** What came of each ticket: its outcome or the code of its refusal. */
export const cameOf = (told: Answered): readonly string[] =>
  told.ok
    ? Items.parse(told.value).items.map(({ outcome, failure }) => outcome ?? failure?.code ?? 'nothing')
    : [told.failure?.code ?? 'nothing'];

/** The service that tickets of these tests are for, as it is compared. */
export const mark = serviceMark('c-123');
