import type { Channel, RiderCaller } from '@tongcheng/shared/caller';
import type { Eligibility } from '@tongcheng/shared/eligibility';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import type { Instant } from '@tongcheng/shared/time';
import type { ExportPart } from '../../ports/retention';
import { appealsOf } from '../appeals/own-appeals';
import { cardsOf } from '../cards/cards-of';
import { ownStated } from '../cards/stated/own-stated';
import { statedFacts } from '../cards/stated/stated-facts';
import { ownRegistrations } from '../coaches/own-registrations';
import { regularsOfPerson } from '../coaches/regulars/regular-record';
import { ownAccounts } from '../identity/account/accounts-of';
import { subjectIn } from '../identity/account/message-address';
import type { AccountRecord } from '../identity/account-record';
import { eligibilityOf } from '../identity/eligibility/eligibility-of';
import { membersOf } from '../identity/family/family-of';
import { exportedPasses } from '../passes/own-passes';
import { accessesOf } from './own-accesses';
import { type OwnRidesNeeds, ownRides } from './own-rides';

/** What gathering all that is kept about a rider takes. */
export type OwnRecordsNeeds = OwnRidesNeeds;

interface OwnPerson {
  readonly name: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
  readonly phone: string;
}

/** An account of the rider on one platform. */
interface OwnAccount {
  readonly provider: Channel;
  readonly createdAt: Instant;
  readonly consentVersion?: string;
  readonly consentedAt?: Instant;
  /** Messages inside the app to which the rider agreed, with the platform's own id of them. */
  readonly messages?: { readonly version: string; readonly agreedAt: Instant; readonly platformId?: string };
}

/** Everything that is kept about a rider, a part for each that collections name (`exported`), in the clear for themselves; members of the family stay masked, they are persons of their own. */
export async function ownRecords(needs: OwnRecordsNeeds, caller: RiderCaller, person: OwnPerson, personId: string) {
  const { all: accounts } = await ownAccounts(needs.store, caller);
  const account = accounts.find(({ _id }) => _id === caller.accountId);
  const eligibility: Eligibility | undefined = account && (await eligibilityOf(needs.vault, account));
  const parts = {
    person,
    accounts: await Promise.all(accounts.map((each) => ownAccount(needs, each))),
    cards: await ownCards(needs, personId),
    family: await ownFamily(needs, personId),
    rides: await ownRides(needs, caller),
    coaches: await ownRegistrations(
      needs,
      accounts.map(({ _id }) => _id),
      needs.vault.subjectOf(person.documentKind, person.documentNumber),
    ),
    regulars: (await regularsOfPerson(needs, personId, needs.clock.now())).map(({ mark: _mark, ...own }) => own),
    passes: await exportedPasses(
      needs,
      needs.vault.subjectOf(person.documentKind, person.documentNumber),
      needs.clock.now(),
    ),
    appeals: await appealsOf(needs, caller),
  } satisfies Readonly<Record<ExportPart, unknown>>;
  return {
    exportedAt: needs.clock.now(),
    ...parts,
    ...(eligibility && { standing: eligibility }),
    accesses: await accessesOf(
      needs,
      caller,
      parts.coaches.map(({ departureId }) => departureId),
    ),
  };
}

/** What {@link ownRecords} gathers. */
export type OwnRecords = Awaited<ReturnType<typeof ownRecords>>;

async function ownAccount({ vault }: OwnRecordsNeeds, account: AccountRecord): Promise<OwnAccount> {
  const { provider, createdAt, consentVersion, consentedAt, messages } = account;
  const platformId = await subjectIn(vault, account);
  return {
    ...{ provider, createdAt },
    ...(consentVersion !== undefined && { consentVersion }),
    ...(consentedAt !== undefined && { consentedAt }),
    ...(messages && {
      messages: {
        ...{ version: messages.version, agreedAt: messages.agreedAt },
        ...(platformId !== undefined && { platformId }),
      },
    }),
  };
}

async function ownCards({ store, vault }: OwnRecordsNeeds, personId: string) {
  const opened = (await cardsOf(store, personId)).map(async ({ cardId, kind, sealedNumber, boundAt }) => {
    const number = await vault.openFor(personId, cardId, sealedNumber);
    return { kind, number, boundAt };
  });
  const stated = (await ownStated({ store, vault }, personId)).map(async (card) => {
    const { number } = await statedFacts(vault, card);
    return { kind: card.kind, number, boundAt: card.statedAt };
  });
  return Promise.all([...opened, ...stated]);
}

async function ownFamily({ store, vault }: OwnRecordsNeeds, personId: string) {
  const views = (await membersOf(store, personId)).map(async (member) => {
    const masked = await vault.masked(member.personId);
    const { relation, addedAt, consentVersion } = member;
    return { relation, addedAt, consentVersion, maskedName: masked?.maskedName ?? '' };
  });
  return Promise.all(views);
}
