import type { RiderCaller } from '@tongcheng/shared/caller';
import type { RegistrationSource } from '@tongcheng/shared/coaches/events';
import type { Whom } from '@tongcheng/shared/coaches/passenger-wire';
import { fail, ok } from '@tongcheng/shared/result';
import type { DayVault } from '../../vault/vault';
import { type AttemptNeeds, takeAttempt } from '../identity/attempts/take-attempt';
import { memberIn } from '../identity/family/family-of';
import { type Addresses, addressesIn, checkTyped } from './passenger-facts-typed';
import type { ResolveNeeds } from './resolve-departure';

/** One account types so many statements a day: a tour guide's bus or two, too few to fill manifests with people who are not there. */
const statementsADay = 150;

/** A passenger as they are kept: their pseudonym of the day, sealed facts, what is known of who told it, and the seat of their ticket. */
export interface KeptPassenger {
  readonly passenger: string;
  readonly sealed: string;
  readonly source: RegistrationSource;
  readonly seat?: string;
}

/**
 * Whom a rider registers. Themselves and their family as they are known, copied within the vault; anybody else by what is typed, which meets nobody
 * who is known. An account that only claims to be somebody types like a stranger.
 */
export async function passengerOf(
  needs: ResolveNeeds & AttemptNeeds,
  caller: RiderCaller,
  whom: Exclude<Whom, { by: 'ticket' | 'ticket-number' }>,
  { day, recordId, addresses }: { readonly day: DayVault; readonly recordId: string; readonly addresses: Addresses },
) {
  if (whom.by === 'typed') return typed(needs, caller, whom, { day, recordId, addresses });
  if (caller.personId === undefined) return fail('not-authenticated');
  const member = whom.by === 'member' ? await memberIn(needs.store, caller.personId, whom.memberId) : undefined;
  if (whom.by === 'member' && !member) return fail('member-unknown');
  const personId = member?.personId ?? caller.personId;
  const copied = await needs.vault.copyFacts(personId, day, recordId, addressesIn(addresses));
  if (!copied) return fail(member ? 'member-unknown' : 'not-authenticated');
  const source: RegistrationSource = member ? 'family' : 'rider';
  return ok<KeptPassenger>({ passenger: day.pseudonym(copied.subject), sealed: copied.sealed, source });
}

async function typed(
  needs: ResolveNeeds & AttemptNeeds,
  { accountId }: RiderCaller,
  whom: Extract<Whom, { by: 'typed' }>,
  { day, recordId, addresses }: { readonly day: DayVault; readonly recordId: string; readonly addresses: Addresses },
) {
  const facts = checkTyped(
    { name: whom.name, documentKind: whom.documentKind, documentNumber: whom.documentNumber, phone: whom.phone },
    addresses,
    needs.clock.now(),
  );
  if (!facts.ok) return facts;
  if (!(await takeAttempt(needs, `coach-statements.${accountId}`, statementsADay))) return fail('too-many-statements');
  const { documentKind, documentNumber } = facts.value;
  return ok<KeptPassenger>({
    passenger: day.pseudonym(needs.vault.subjectOf(documentKind, documentNumber)),
    sealed: day.sealFacts(recordId, facts.value),
    source: 'typed',
  });
}
