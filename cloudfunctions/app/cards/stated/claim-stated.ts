import type { DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import { type CardClaim, cardClaims } from '../card-record';
import { type TokenNeeds, unlinkFromGates } from '../card-tokens';
import { isStatedHolder, type StatedCard, statedCards } from './stated-record';

/** What came of claiming a number: it is the holder's now, a rider bound it here, or others say that it is somebody else's. */
type Claimed = 'claimed' | 'bound-here' | 'elsewhere';

/**
 * Claims a number for who is stated to hold it. A rider's own binding stands, whatever is stated; a statement of the same partner may correct the one
 * before, and no other.
 */
export async function claimStated(
  needs: { readonly store: DocumentStore; readonly vault: Pick<Vault, 'masked'> },
  { claimId, holderId, cardId }: { readonly claimId: string; readonly holderId: string; readonly cardId: string },
): Promise<Claimed> {
  const { store } = needs;
  const mine: CardClaim = { _id: claimId, personId: holderId, cardId };
  if ((await store.insert(cardClaims, mine)) === 'inserted') return 'claimed';
  const first = await store.get(cardClaims, claimId);
  if (first?.personId === holderId) return 'claimed';
  const stands = first && (await standing(needs, first, cardId));
  if (stands) return stands;
  if (first) await store.update(cardClaims, mine, first._v);
  return claimStated(needs, { claimId, holderId, cardId });
}

/** Why a claim stands against another one; undefined where nobody stands behind it any more. */
async function standing(
  { store, vault }: { readonly store: DocumentStore; readonly vault: Pick<Vault, 'masked'> },
  { _id, personId }: CardClaim,
  cardId: string,
): Promise<Claimed | undefined> {
  if (!isStatedHolder(personId)) return (await vault.masked(personId)) ? 'bound-here' : undefined;
  return (await othersSay(store, _id, personId, cardId)) ? 'elsewhere' : undefined;
}

/** Whether another statement than this says that the number is a holder's. */
async function othersSay(store: DocumentStore, claimId: string, holderId: string, cardId: string): Promise<boolean> {
  const { items } = await store.find(statedCards, { where: { claimId }, limit: 20 });
  return items.some((each) => each._id !== cardId && each.holderId === holderId);
}

/** Lets go of a number of which a statement ended: it is free, and gates forget it, unless another statement says the same. */
export async function releaseStated(
  needs: TokenNeeds,
  { _id, claimId, holderId }: Pick<StatedCard, '_id' | 'claimId' | 'holderId'>,
): Promise<void> {
  if (holderId === '' || (await othersSay(needs.store, claimId, holderId, _id))) return;
  const claim = await needs.store.get(cardClaims, claimId);
  if (claim?.personId === holderId) await needs.store.delete(cardClaims, claimId);
  await unlinkFromGates(needs, holderId, claimId);
}
