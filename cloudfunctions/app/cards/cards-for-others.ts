import type { DocumentStore } from '../../ports/document-store';
import { type CardForOther, cardClaims, cardHolders } from './card-record';

/** B-01: one person binds at most this many cards for others, counted over everybody they look after. */
const maxForOthers = 5;

/** Whether a person may bind no more cards for others, one that is about to go not counted. */
export async function isFullForOthers(store: DocumentStore, helperId: string, besides?: string): Promise<boolean> {
  const bound = await stillBound(store, (await store.get(cardHolders, helperId))?.forOthers ?? []);
  return bound.filter(({ cardId }) => cardId !== besides).length >= maxForOthers;
}

/** Counts a claimed card among those that a person bound for others, however many they bind at once; false when there is no room. */
export async function countForOther(
  store: DocumentStore,
  helperId: string,
  { claimId, cardId }: CardForOther,
  besides?: string,
): Promise<boolean> {
  const held = await store.get(cardHolders, helperId);
  const before = held?.forOthers ?? [];
  if (before.some((each) => each.cardId === cardId)) return true;
  const bound = await stillBound(store, before);
  if (bound.filter((each) => each.cardId !== besides).length >= maxForOthers) return false;
  const holder = { _id: helperId, cards: held?.cards ?? [], forOthers: [...bound, { claimId, cardId }] };
  const answer = held ? await store.update(cardHolders, holder, held._v) : await store.insert(cardHolders, holder);
  return answer === 'updated' || answer === 'inserted' || countForOther(store, helperId, { claimId, cardId }, besides);
}

/** Those that nobody unbound since, by whomever: of an unbound card the claim is gone, and a new claim has another card. */
async function stillBound(store: DocumentStore, cards: readonly CardForOther[]): Promise<readonly CardForOther[]> {
  const claims = await Promise.all(cards.map(({ claimId }) => store.get(cardClaims, claimId)));
  return cards.filter(({ cardId }, order) => claims[order]?.cardId === cardId);
}
