import type { RiderCaller } from '@tongcheng/shared/caller';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { PersonFacts, Vault } from '../../../vault/vault';
import { addressGroup } from '../../sessions/address-group';
import type { TriesADay } from './take-attempt';
import { returnTry, takeTry } from './take-attempt';

/** What counting takes: the vault gives the fingerprints under which tries are kept, the installation how many there are. */
export interface IdentityTriesNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly triesADay: TriesADay;
}

/** One try of the identity check, counted before it is made. */
export interface IdentityTry {
  /** False when the day's tries of the account, the document or the address are used up. */
  take(): Promise<boolean>;
  /** When nothing was learned by it. */
  giveBack(): Promise<void>;
  /** When it matched: honest riders behind one address do not use up each other's tries. */
  giveBackToAddress(): Promise<void>;
}

/** Limits per account, document and address (safety: unlimited tries at sign-in); blind, so that they tell nothing. */
export async function identityTry(
  needs: IdentityTriesNeeds,
  caller: RiderCaller,
  facts: PersonFacts,
): Promise<IdentityTry> {
  const { triesADay } = needs;
  const document = await needs.vault.blindIndex('try-document', `${facts.documentKind}:${facts.documentNumber}`);
  const address = await needs.vault.blindIndex('try-address', addressGroup(caller.address));
  const ofAddress = `address.${address}`;
  const counted = [
    { what: `account.${caller.accountId}`, max: triesADay.account },
    { what: `document.${document}`, max: triesADay.document },
    { what: ofAddress, max: triesADay.address },
  ];
  return {
    take: async () => {
      for (const { what, max } of counted) if (!(await takeTry(needs, what, max))) return false;
      return true;
    },
    giveBack: async () => {
      for (const { what } of counted) await returnTry(needs, what);
    },
    giveBackToAddress: () => returnTry(needs, ofAddress),
  };
}
