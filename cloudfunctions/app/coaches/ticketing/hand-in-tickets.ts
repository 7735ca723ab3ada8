import { coachFailures } from '@tongcheng/shared/coaches/failures';
import type {
  handInTickets as endpoint,
  HandedTicket,
  TicketFailure,
  TicketOutcome,
} from '@tongcheng/shared/coaches/ticketing-api';
import { identityFailures } from '@tongcheng/shared/identity/failures';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { venueFailures } from '@tongcheng/shared/venues/failures';
import type { DocumentStore } from '../../../ports/document-store';
import type { UseCase } from '../../use-case';
import type { CoachNeeds } from '../deliver-events';
import { ticketOf } from './ticket-of';
import { type TicketRecord, tickets } from './ticket-record';

type Came = Result<TicketOutcome, TicketFailure>;

const texts = { ...venueFailures, ...identityFailures, ...coachFailures };

/**
 * L-04: tickets of a ticketing system, ahead of the departures that they are for. Each is answered for itself; of one ticket the highest version holds, in
 * whatever order and however often they come, so that neither a retry nor a request sent again by somebody else changes anything (decision 193).
 */
export const handInTickets: UseCase<typeof endpoint, CoachNeeds> = async (needs, caller, { tickets: told }) => {
  const made = await Promise.all(told.map((each) => ticketOf(needs, caller, each)));
  const records = made.flatMap((each) => (each.ok ? [each.value] : []));
  const answers = records.length === 0 ? [] : await needs.store.insertMany(tickets, records);
  const isNew = new Set(records.filter((_, order) => answers[order] === 'inserted'));
  const items = [];
  // One after the other: a batch may hold several versions of one ticket.
  for (const [order, each] of made.entries()) {
    const came: Came = each.ok ? await keep(needs.store, each.value, isNew.has(each.value)) : each;
    items.push(answerOf(told[order], came));
  }
  return ok({ items: items.flat() });
};

/** Keeps a ticket that is there already in another version, the higher of both. */
async function keep(store: DocumentStore, record: TicketRecord, isNew: boolean): Promise<Came> {
  if (isNew) return ok('kept');
  const held = await store.get(tickets, record._id);
  if (!held || held.version > record.version) return ok('superseded');
  if (held.version === record.version) return held.digest === record.digest ? ok('same') : fail('ticket-version-taken');
  if ((await store.update(tickets, record, held._v)) === 'updated') return ok('kept');
  return keep(store, record, isNew);
}

function answerOf(told: HandedTicket | undefined, came: Came) {
  if (!told) return [];
  const { ticketNumber, version } = told;
  if (came.ok) return [{ ok: true as const, ticketNumber, version, outcome: came.value }];
  const { code } = came.failure;
  const { zh, en } = texts[code];
  return [{ ok: false as const, ticketNumber, version, failure: { code, zh, en } }];
}
