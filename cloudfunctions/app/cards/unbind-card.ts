import type * as api from '@tongcheng/shared/cards/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import { gatesKnow, type TokenNeeds, unlinkFromGates } from './card-tokens';
import { cardsOf, removeCard } from './cards-of';
import { undoStated } from './stated/own-stated';
import { whoseCards } from './whose-cards';

/** Unbinds one of the caller's own cards, or of a member's, or undoes what a partner said of one; another person's card is as unknown as none. */
export const unbindCard: UseCase<typeof api.unbindCard, TokenNeeds> = async (needs, caller, { cardId, memberId }) => {
  const { store } = needs;
  const whose = await whoseCards(store, caller, memberId);
  if (!whose.ok) return whose;
  const personId = whose.value;
  if (personId === undefined) return fail('card-unknown');
  const card = (await cardsOf(store, personId)).find((each) => each.cardId === cardId);
  if (!card) {
    const kind = await undoStated(needs, personId, cardId);
    return kind === undefined ? fail('card-unknown') : ok(await gatesKnow(needs, kind));
  }
  await removeCard(store, personId, card);
  await unlinkFromGates(needs, personId, card.claimId);
  return ok(await gatesKnow(needs, card.kind));
};
