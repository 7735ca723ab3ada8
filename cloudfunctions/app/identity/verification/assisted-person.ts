import type { StaffCaller } from '@tongcheng/shared/caller';
import { checkPhone } from '@tongcheng/shared/identity/phones';
import type { AssistedDocument } from '@tongcheng/shared/identity/wire';
import { fail, ok } from '@tongcheng/shared/result';
import { type Day, dayOf } from '@tongcheng/shared/time';
import type { RealName } from '../../../ports/real-name';
import { ServiceUnavailable } from '../../../ports/service-unavailable';
import type { PersonFacts } from '../../../vault/vault';
import { type AssistedAttemptNeeds, assistedAttempt } from '../attempts/assisted-attempts';
import { lifelongDocument } from '../attempts/identity-attempts';
import { closings, keepUntil } from '../closing-record';
import { checkHolder } from './check-claim';

/** What registering somebody without a phone needs. */
export interface AssistedPersonNeeds extends AssistedAttemptNeeds {
  readonly realName: RealName;
}

/** Somebody whom staff registered. */
export interface AssistedPerson {
  readonly personId: string;
  readonly maskedName: string;
  /** No register could be asked: the document in the hand of staff is all there is. */
  readonly unchecked: boolean;
}

/**
 * The person of a document that staff hold in their hand (W-20). A register that knows better refuses; one that is away or knows
 * nothing of such documents does not: the doubt is told, the name is compared with what is known, and the attempt stays counted, since
 * nothing else tells a document in the hand from one that was invented. Whoever is known already keeps the facts that they gave themselves. Somebody
 * new, or known from assisted scans only, is forgotten on the day `until`, when the ride can no longer be traced.
 */
export async function assistedPerson(
  needs: AssistedPersonNeeds,
  staff: StaffCaller,
  typed: AssistedDocument,
  until: Day,
) {
  const holder = checkHolder(typed, dayOf(needs.clock.now()));
  if (!holder.ok) return holder;
  const phone = typed.phone === undefined ? undefined : checkPhone(typed.phone);
  if (typed.phone !== undefined && phone === undefined) return fail('phone-refused');
  const counted = await assistedAttempt(needs, staff, lifelongDocument(holder.value));
  if (!(await counted.take())) return fail('too-many-tries');
  const answer = await asked(needs.realName, holder.value);
  if (answer === 'mismatch' || answer === 'unknown-document') return fail('entry-mismatch');
  if (answer === 'match') await counted.giveBack();
  else if (await isSomebodyElse(needs, holder.value)) return fail('entry-mismatch');
  const known = await knownOrNew(needs, { ...holder.value, phone: phone ?? '' }, until);
  return ok<AssistedPerson>({ ...known, unchecked: answer !== 'match' });
}

/** No register compared the name with the document: whoever is known by it has to go by this name. */
async function isSomebodyElse({ vault }: AssistedPersonNeeds, facts: Omit<PersonFacts, 'phone'>): Promise<boolean> {
  const found = await vault.findByDocument(facts.documentKind, facts.documentNumber);
  return found !== undefined && (await vault.isNamed(found, facts.name)) === false;
}

async function asked(realName: RealName, facts: Omit<PersonFacts, 'phone'>) {
  try {
    return await realName.check(facts);
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return 'away';
    throw fault;
  }
}

/**
 * Who is known stays as they are; anybody else is made, also where another registration of the same moment is half done (a loop of readings
 * would leave it no turn). The end is put off before the person is used; whoever was destroyed in between is made anew.
 */
export async function knownOrNew(
  needs: Pick<AssistedPersonNeeds, 'store' | 'vault'>,
  facts: PersonFacts,
  until: Day,
): Promise<Omit<AssistedPerson, 'unchecked'>> {
  const { store, vault } = needs;
  const found = await vault.findByDocument(facts.documentKind, facts.documentNumber);
  const isKnown = found !== undefined && (await vault.masked(found)) !== undefined;
  const personId = isKnown ? found : (await vault.enrol(facts)).personId;
  if (!isKnown || (await store.get(closings, personId))) await keepUntil(store, personId, until);
  const shown = await vault.masked(personId);
  return shown ? { personId, maskedName: shown.maskedName } : knownOrNew(needs, facts, until);
}
