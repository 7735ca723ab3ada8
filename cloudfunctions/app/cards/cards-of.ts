import type { CardView } from '@tongcheng/shared/cards/api';
import type { DocumentStore } from '../../ports/document-store';
import type { BoundCard } from './card-record';
import { cardClaims, cardHolders } from './card-record';

/** Cards of a person, oldest first. */
export const cardsOf = async (store: DocumentStore, personId: string): Promise<readonly BoundCard[]> =>
  (await store.get(cardHolders, personId))?.cards ?? [];

/** How many cards a person has bound. */
export const countCards = async (store: DocumentStore, personId: string): Promise<number> =>
  (await cardsOf(store, personId)).length;

/** Changes the cards of a person by a function of what they are, however many change them at once. */
export async function changeCards(
  store: DocumentStore,
  personId: string,
  change: (cards: readonly BoundCard[]) => readonly BoundCard[],
): Promise<readonly BoundCard[]> {
  const held = await store.get(cardHolders, personId);
  const { forOthers } = held ?? {};
  const holder = { _id: personId, cards: change(held?.cards ?? []), ...(forOthers && { forOthers }) };
  const answer = held ? await store.update(cardHolders, holder, held._v) : await store.insert(cardHolders, holder);
  return answer === 'updated' || answer === 'inserted' ? holder.cards : changeCards(store, personId, change);
}

/** Unbinds one card: the claim first, so that the number is free again whatever is interrupted. */
export async function removeCard(store: DocumentStore, personId: string, card: BoundCard): Promise<void> {
  await store.delete(cardClaims, card.claimId);
  await changeCards(store, personId, (cards) => cards.filter(({ cardId }) => cardId !== card.cardId));
}

/** Unbinds every card of a person, and frees numbers whose binding was interrupted. */
export async function removeCards(store: DocumentStore, personId: string): Promise<void> {
  for await (const batch of store.stream(cardClaims, { where: { personId } }))
    for (const { _id } of batch) await store.delete(cardClaims, _id);
  await store.delete(cardHolders, personId);
}

/** A card as its holder sees it. */
export const cardView = ({ cardId, kind, lastFour, boundAt, lost }: BoundCard): CardView => ({
  ...{ cardId, kind, lastFour, boundAt },
  ...(lost && { lost }),
});
