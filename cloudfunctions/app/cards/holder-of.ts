import { isCardNumber } from '@tongcheng/shared/cards/card-number';
import { plainCode } from '@tongcheng/shared/typed-text';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import { cardClaims } from './card-record';

/** The person who has bound a card of one of these kinds (W-20: a real-name card that is tapped or read); undefined when nobody has. */
export async function holderOf(
  { store, vault }: { readonly store: DocumentStore; readonly vault: Vault },
  kinds: readonly string[],
  typed: string,
): Promise<string | undefined> {
  const number = plainCode(typed);
  if (!isCardNumber(number)) return undefined;
  for (const kind of kinds) {
    const claim = await store.get(cardClaims, await vault.blindIndex('card', `${kind}:${number}`));
    if (claim) return claim.personId;
  }
  return undefined;
}
