import type { CardView } from '@tongcheng/shared/cards/api';
import type { DocumentStore, Stored } from '../../ports/document-store';
import type { CardRecord } from './card-record';
import { cardClaims, cards } from './card-record';

/** B-01: a person binds at most this many cards. */
export const mostCards = 5;

/** Cards of a person, oldest first: ids begin with time. */
export async function cardsOf(store: DocumentStore, personId: string): Promise<readonly Stored<CardRecord>[]> {
  return (await store.find(cards, { where: { personId }, limit: 100 })).items;
}

/** How many cards a person has bound. */
export const countCards = (store: DocumentStore, personId: string): Promise<number> => store.count(cards, { personId });

/** Unbinds one card: the claim first, so that the number is free again whatever is interrupted. */
export async function removeCard(store: DocumentStore, card: CardRecord): Promise<void> {
  await store.delete(cardClaims, card.claimId);
  await store.delete(cards, card._id);
}

/** Unbinds every card of a person, and frees numbers whose binding was interrupted. */
export async function removeCards(store: DocumentStore, personId: string): Promise<void> {
  for (const card of await cardsOf(store, personId)) await removeCard(store, card);
  for await (const batch of store.stream(cardClaims, { where: { personId } }))
    for (const { _id } of batch) await store.delete(cardClaims, _id);
}

/** A card as its holder sees it. */
export const cardView = ({ _id, kind, lastFour, boundAt }: CardRecord): CardView => ({
  cardId: _id,
  kind,
  lastFour,
  boundAt,
});
