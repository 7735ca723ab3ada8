import type * as api from '@tongcheng/shared/cards/api';
import { ok } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import { cardsOf, cardView } from './cards-of';
import { whoseCards } from './whose-cards';

/** The caller's cards, or those of a member of their family; none before authentication. */
export const listCards: UseCase<typeof api.listCards, { readonly store: DocumentStore }> = async (
  { store },
  caller,
  { memberId },
) => {
  const whose = await whoseCards(store, caller, memberId);
  if (!whose.ok) return whose;
  return ok({ cards: whose.value === undefined ? [] : (await cardsOf(store, whose.value)).map(cardView) });
};
