import { isCardNumber } from '@tongcheng/shared/cards/card-number';
import { plainCode } from '@tongcheng/shared/typed-text';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import { cardClaims } from './card-record';
import type { ClaimedBy } from './stated/stated-facts';

/** Who holds a card of one of these kinds (W-20: a real-name card that is tapped or read): the person who bound it or, by a statement, `personOfHolder`; undefined when nobody has. */
export async function holderOf(
  { store, vault }: { readonly store: DocumentStore; readonly vault: Vault },
  kinds: readonly string[],
  typed: string,
): Promise<ClaimedBy | undefined> {
  const number = plainCode(typed);
  if (!isCardNumber(number)) return undefined;
  for (const kind of kinds) {
    const claim = await store.get(cardClaims, await vault.blindIndex('card', `${kind}:${number}`));
    if (claim) return { personId: claim.personId, claimId: claim._id };
  }
  return undefined;
}
