import type { RiderCaller } from '@tongcheng/shared/caller';
import type { Whom } from '@tongcheng/shared/coaches/passenger-wire';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { type AttemptNeeds, takeAttempt } from '../../identity/attempts/take-attempt';
import { type Addresses, addressesIn, isAddressed } from '../passenger-facts-typed';
import type { KeptPassenger } from '../passenger-of';
import type { ResolvedDeparture, ResolveNeeds } from '../resolve-departure';
import { ownTickets } from './own-tickets';
import { markOfNumber } from './ticket-of';
import type { HeldTicket } from './ticket-record';
import { ticketsFor } from './tickets-for';

type ByTicket = Extract<Whom, { by: 'ticket' | 'ticket-number' }>;
type Refused = 'ticket-unknown' | 'too-many-ticket-tries' | 'addresses-missing';

interface Told {
  readonly found: ResolvedDeparture;
  readonly recordId: string;
  readonly addresses: Addresses;
  readonly isAsked: boolean;
}

/** So often a day one account names tickets by number, and one ticket is named: the end of a document has at most ten thousand numbers. */
const triesADay = 20;

/** L-04: the holder of a ticket bought ahead, with what the ticket says: nothing is typed twice. */
export async function ticketHolder(
  needs: ResolveNeeds & AttemptNeeds,
  caller: RiderCaller,
  whom: ByTicket,
  told: Told,
): Promise<Result<KeptPassenger, Refused>> {
  const sold = await ticketsFor(needs.store, told.found.read);
  return whom.by === 'ticket'
    ? ofKnown(
        needs,
        caller,
        sold.filter(({ _id }) => _id === whom.ticket),
        told,
      )
    : ofNumber(needs, caller, whom, sold, told);
}

/** Confirmed by somebody who is known to be its holder, or to look after them: their own facts, and the ticket's addresses. */
async function ofKnown(
  needs: ResolveNeeds,
  caller: RiderCaller,
  named: readonly HeldTicket[],
  { found: { day }, recordId, addresses, isAsked }: Told,
): Promise<Result<KeptPassenger, Refused>> {
  const [theirs] = await ownTickets(needs, caller, day, named);
  if (!theirs) return fail('ticket-unknown');
  const { ticket, personId, source } = theirs;
  const stated = { ...addressesIn(day.openFacts(ticket._id, ticket.sealed)), ...addressesIn(addresses) };
  if (isAsked && !isAddressed(stated)) return fail('addresses-missing');
  const copied = await needs.vault.copyFacts(personId, day, recordId, stated);
  if (!copied) return fail('ticket-unknown');
  return ok({ passenger: ticket.passenger, sealed: copied.sealed, source, ...seatOf(ticket) });
}

/** By number and the end of the document, which stand on the ticket: whoever is not known types no more than that. */
async function ofNumber(
  needs: ResolveNeeds & AttemptNeeds,
  { accountId }: RiderCaller,
  { ticketNumber, documentEnding }: Extract<Whom, { by: 'ticket-number' }>,
  sold: readonly HeldTicket[],
  { found: { day }, recordId, addresses, isAsked }: Told,
): Promise<Result<KeptPassenger, Refused>> {
  const number = markOfNumber(day, ticketNumber);
  for (const tried of [accountId, number])
    if (!(await takeAttempt(needs, `coach-ticket.${tried}`, triesADay))) return fail('too-many-ticket-tries');
  const named = sold.filter((ticket) => ticket.number === number);
  const opened = named.map((ticket) => ({ ticket, facts: day.openFacts(ticket._id, ticket.sealed) }));
  const right = opened.find(({ facts }) => facts.documentNumber.slice(-4) === documentEnding);
  if (!right) return fail('ticket-unknown');
  const facts = { ...right.facts, ...addressesIn(addresses) };
  if (isAsked && !isAddressed(facts)) return fail('addresses-missing');
  const sealed = day.sealFacts(recordId, facts);
  return ok({ passenger: right.ticket.passenger, sealed, source: 'ticket', ...seatOf(right.ticket) });
}

const seatOf = ({ seat }: HeldTicket) => (seat === undefined ? {} : { seat });
