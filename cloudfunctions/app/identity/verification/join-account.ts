import { needsGuardian } from '@tongcheng/shared/identity/age';
import { dayOf, type Instant, wholeDayOf } from '@tongcheng/shared/time';
import type { PersonFacts, Vault } from '../../../vault/vault';
import { revoke } from '../../sessions/revocations';
import type { SessionNeeds } from '../../sessions/session-record';
import { accountsOfPerson, isBesideUnchecked, ownAccounts } from '../account/accounts-of';
import { changeAccount } from '../account/change-account';
import { type AccountRecord, ridesAs } from '../account-record';
import { closings } from '../closing-record';
import { isLookedAfter } from '../erasure/close-person';
import { leaveFamilies } from '../family/family-of';

/** What the account remembers of how its person came to it. */
export type Origin = Pick<AccountRecord, 'broughtAt'>;

/** What joining takes. */
export interface JoinNeeds extends SessionNeeds {
  readonly vault: Vault;
  /** Of the consent text in force. */
  readonly consentVersion: string;
}

/**
 * What an account that knows somebody's facts is to them (decision 149). `first`: nobody was that person. `vouched`: the platform says so.
 * `own`: it is theirs already. `alone`: they are known, by an assisted scan or an account that was given up, and nobody looks after them:
 * theirs from now on. `child`: so is a child, once a guardian agreed. `claim`: they have an account or a family.
 */
type Part = 'first' | 'vouched' | 'own' | 'alone' | 'child' | 'claim';

interface Joining {
  readonly part: Part;
  readonly personId: string;
  /** They were known before. */
  readonly wasKnown: boolean;
  /** Another account of the person came by knowing their facts alone. */
  readonly besideUnchecked: boolean;
}

/**
 * The account joined with the person of the document; tokens of before, which know of nobody, are told to renew. Whoever was
 * to be destroyed stays (decision 111), and whoever others scanned for leaves their families: they have a phone now (110). A claim changes
 * nothing of the person: neither facts nor families, and those who are the person already are told.
 */
export async function joinAccount(needs: JoinNeeds, account: AccountRecord, facts: PersonFacts, origin: Origin) {
  const { store, vault, clock } = needs;
  const known = await vault.findByDocument(facts.documentKind, facts.documentNumber);
  const child = isChild(facts, clock.now());
  const expected = await partOf(needs, account, known, { ...origin, child });
  const { personId, created } = await vault.enrol(facts, await facing(needs, account, expected));
  // Somebody else may have registered the same document meanwhile.
  const part =
    expected === 'first' && !created ? await partOf(needs, account, personId, { ...origin, child }) : expected;
  if (part === 'claim' && account.claimedPersonId === personId) return account;
  if (part !== 'claim') await store.delete(closings, personId);
  const besideUnchecked = await isBesideUnchecked(store, personId, account._id);
  const joining = { part, personId, wasKnown: !created, besideUnchecked };
  const joined = await changeAccount(store, account._id, (current) =>
    mayJoin(current, personId, needs.consentVersion)
      ? {
          ...joinedAs(current, joining, clock.now()),
          ...origin,
          ...(child && { guardianConsentedAt: current.guardianConsentedAt ?? wholeDayOf(clock.now()) }),
        }
      : current,
  );
  if (ridesAs(joined) !== personId) {
    if (created) await vault.forget(personId);
    return undefined;
  }
  await revoke(needs, { about: account._id, effect: 'stale' });
  if (part === 'claim') await tellOthers(needs, personId);
  else if (part !== 'child' && part !== 'own') await leaveFamilies(store, personId);
  return joined;
}

async function partOf(
  { store }: JoinNeeds,
  account: AccountRecord,
  known: string | undefined,
  { broughtAt, child }: Origin & { readonly child: boolean },
): Promise<Part> {
  if (broughtAt !== undefined) return 'vouched';
  if (known === undefined) return child ? 'child' : 'first';
  if (account.personId === known) return 'own';
  if (await isLookedAfter(store, known)) return 'claim';
  return child ? 'child' : 'alone';
}

/** Whether the kept facts give way: not to a claim, and not to an account that does not speak for its person. */
async function facing({ store }: JoinNeeds, { _id }: AccountRecord, part: Part): Promise<'replaced' | 'kept'> {
  if (part === 'vouched' || part === 'alone') return 'replaced';
  return part === 'own' && (await ownAccounts(store, { accountId: _id })).speaksForPerson ? 'replaced' : 'kept';
}

function joinedAs(
  current: AccountRecord,
  { part, personId, wasKnown, besideUnchecked }: Joining,
  now: Instant,
): AccountRecord {
  const { claimedPersonId: _claim, joinedOn: _day, isDenied, past, awaitsGuardian: _awaits, ...rest } = current;
  const joinedOn = dayOf(now);
  switch (part) {
    case 'own':
      return current;
    case 'first':
      return { ...rest, personId };
    case 'vouched':
      return { ...rest, personId, ...(besideUnchecked && { apart: true }) };
    case 'alone':
      return { ...rest, personId, joinedOn, past: 'hidden' };
    case 'child':
      return {
        ...{ ...rest, claimedPersonId: personId, joinedOn: current.joinedOn ?? joinedOn, awaitsGuardian: true },
        ...((current.claimedPersonId === undefined ? wasKnown : past === 'hidden') && { past: 'hidden' }),
      };
    case 'claim':
      return {
        ...{ ...rest, claimedPersonId: personId, joinedOn: current.joinedOn ?? joinedOn },
        ...(isDenied && { isDenied }),
      };
  }
}

/** Their next request renews, and then says that somebody claims to be them. */
async function tellOthers(needs: JoinNeeds, personId: string): Promise<void> {
  for (const { _id } of await accountsOfPerson(needs.store, personId))
    await revoke(needs, { about: _id, effect: 'stale' });
}

/** Somebody under fourteen comes this far only with the word that a guardian agrees; when it was given is kept. */
const isChild = ({ documentKind, documentNumber }: PersonFacts, now: Instant): boolean =>
  needsGuardian(documentKind, documentNumber, dayOf(now));

/** Another request may have joined another person in the meantime, or withdrawn consent: then nothing is changed. */
const mayJoin = (account: AccountRecord, personId: string, consentVersion: string): boolean =>
  account.consentVersion === consentVersion && (ridesAs(account) === undefined || ridesAs(account) === personId);
