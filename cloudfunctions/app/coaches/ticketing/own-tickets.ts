import type { RiderCaller } from '@tongcheng/shared/caller';
import type { OwnTicket } from '@tongcheng/shared/coaches/passenger-wire';
import type { DocumentStore } from '../../../ports/document-store';
import type { DayVault, Vault } from '../../../vault/vault';
import { membersOf } from '../../identity/family/family-of';
import { isAddressed } from '../passenger-facts-typed';
import type { HeldTicket } from './ticket-record';

/** A ticket of somebody whom an account is known to speak for, and who that is. */
export interface TheirTicket {
  readonly ticket: HeldTicket;
  readonly personId: string;
  readonly source: 'rider' | 'family';
  readonly row: OwnTicket;
}

/**
 * Which of these tickets are of the rider or one of their family, by document. Nothing is told to an account that only claims to be somebody, nor of
 * anybody else's.
 */
export async function ownTickets(
  { store, vault }: { readonly store: DocumentStore; readonly vault: Vault },
  { personId }: Pick<RiderCaller, 'personId'>,
  day: DayVault,
  sold: readonly HeldTicket[],
): Promise<readonly TheirTicket[]> {
  if (personId === undefined || sold.length === 0) return [];
  const family = (await membersOf(store, personId)).map((each) => ({
    ...{ personId: each.personId, source: 'family' as const, memberId: each.memberId },
  }));
  const people = [{ personId, source: 'rider' as const, memberId: undefined }, ...family];
  const found = await Promise.all(
    people.map(async ({ personId: holder, source, memberId }) => {
      const known = await vault.copyFacts(holder, day, 'ticket');
      const passenger = known && day.pseudonym(known.subject);
      const theirs = sold.filter((ticket) => ticket.passenger === passenger);
      return theirs.map((ticket) => ({ ticket, personId: holder, source, row: rowOf(day, ticket, memberId) }));
    }),
  );
  return found.flat();
}

function rowOf(day: DayVault, { _id, seat, channel, sealed }: HeldTicket, memberId: string | undefined): OwnTicket {
  const { maskedName, documentKind, maskedDocument } = day.maskedFacts(_id, sealed);
  return {
    ticket: _id,
    ...{ maskedName, documentKind, maskedDocument, channel },
    ...(seat !== undefined && { seat }),
    ...(memberId !== undefined && { memberId }),
    addressed: isAddressed(day.openFacts(_id, sealed)),
  };
}
