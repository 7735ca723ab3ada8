import type { RiderCaller } from '@tongcheng/shared/caller';
import { lifelongNumber } from '@tongcheng/shared/identity/documents/lifelong-number';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { PersonFacts, Vault } from '../../../vault/vault';
import { addressGroup } from '../../sessions/address-group';
import type { AttemptsADay } from './take-attempt';
import { returnAttempt, takeAttempt } from './take-attempt';

/** A document by what its holder keeps of it: a renewal is no new document to guess at. */
export const lifelongDocument = ({
  documentKind,
  documentNumber,
}: Pick<PersonFacts, 'documentKind' | 'documentNumber'>): string =>
  `${documentKind}:${lifelongNumber(documentKind, documentNumber)}`;

/** What counting takes: the vault gives the fingerprints under which attempts are kept, the installation how many there are. */
export interface IdentityAttemptNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly attemptsADay: AttemptsADay;
}

/** One attempt of the identity check, counted before it is made. */
export interface IdentityAttempt {
  /** False when the day's attempts of the account, the document or the address are used up. */
  take(): Promise<boolean>;
  /** When nothing was learned by it. */
  giveBack(): Promise<void>;
  /** When it matched: honest riders behind one address do not use up each other's attempts. */
  giveBackToAddress(): Promise<void>;
}

/** Limits per account, document and address (safety: unlimited attempts at sign-in); blind, so that they tell nothing. */
export async function identityAttempt(
  needs: IdentityAttemptNeeds,
  caller: RiderCaller,
  facts: PersonFacts,
): Promise<IdentityAttempt> {
  const { attemptsADay } = needs;
  const document = await needs.vault.blindIndex('try-document', lifelongDocument(facts));
  const address = await needs.vault.blindIndex('try-address', addressGroup(caller.address));
  const ofAddress = `address.${address}`;
  const counted = [
    { what: `account.${caller.accountId}`, max: attemptsADay.account },
    { what: `document.${document}`, max: attemptsADay.document },
    { what: ofAddress, max: attemptsADay.address },
  ];
  return {
    take: async () => {
      for (const { what, max } of counted) if (!(await takeAttempt(needs, what, max))) return false;
      return true;
    },
    giveBack: async () => {
      for (const { what } of counted) await returnAttempt(needs, what);
    },
    giveBackToAddress: () => returnAttempt(needs, ofAddress),
  };
}
