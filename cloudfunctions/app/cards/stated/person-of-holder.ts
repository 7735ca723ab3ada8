import type { Day } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import { knownOrNew } from '../../identity/verification/assisted-person';
import { type ClaimedBy, factsOfHolders } from './stated-facts';
import { isStatedHolder } from './stated-record';

/**
 * The person whose ride it is when a card is tapped or read: its holder, or for a stated card whoever its document names. As at a desk they are known by
 * their document, or made and forgotten on the day `until`; whoever is known by another name than was stated is not meant. Undefined where
 * nobody stands behind the card.
 */
export async function personOfHolder(
  needs: { readonly store: DocumentStore; readonly vault: Vault },
  claimed: ClaimedBy,
  until: Day,
): Promise<string | undefined> {
  const { personId } = claimed;
  if (!isStatedHolder(personId)) return personId;
  const facts = (await factsOfHolders(needs, [claimed])).get(personId);
  if (!facts) return undefined;
  const { name, documentKind, documentNumber } = facts;
  const found = await needs.vault.findByDocument(documentKind, documentNumber);
  if (found !== undefined && (await needs.vault.isNamed(found, name)) === false) return undefined;
  return (await knownOrNew(needs, { name, documentKind, documentNumber, phone: '' }, until)).personId;
}
