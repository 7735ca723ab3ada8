import type * as api from '@tongcheng/shared/cards/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import { blockAtGates, gatesKnow, type TokenNeeds } from './card-tokens';
import { cardsOf, changeCards } from './cards-of';
import { noteStatedLost } from './stated/own-stated';
import { whoseCards } from './whose-cards';

/** A lost card of the caller, or of a member: gates keep shut for it, whatever its holder's status, until it is found; it stays linked. */
export const reportLost: UseCase<typeof api.reportLost, TokenNeeds> = async (needs, caller, input) => {
  const { cardId, lost, memberId } = input;
  const whose = await whoseCards(needs.store, caller, memberId);
  if (!whose.ok) return whose;
  const personId = whose.value;
  if (personId === undefined) return fail('card-unknown');
  const card = (await cardsOf(needs.store, personId)).find((each) => each.cardId === cardId);
  if (card) {
    await noteLost(needs, personId, cardId, lost);
    await blockAtGates(needs, personId, card.claimId, lost);
    return ok(await gatesKnow(needs, card.kind));
  }
  const stated = await noteStatedLost(needs, personId, cardId, lost);
  if (!stated) return fail('card-unknown');
  await blockAtGates(needs, stated.holderId, stated.claimId, lost);
  return ok(await gatesKnow(needs, stated.kind));
};

/** Notes of a bound card that it is lost, or found. */
export const noteLost = (needs: Pick<TokenNeeds, 'store'>, personId: string, cardId: string, isLost: boolean) =>
  changeCards(needs.store, personId, (cards) =>
    cards.map((each) => {
      const { lost: _before, ...card } = each;
      if (each.cardId !== cardId) return each;
      return isLost ? { ...card, lost: true as const } : card;
    }),
  );
