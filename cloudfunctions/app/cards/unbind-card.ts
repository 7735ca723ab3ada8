import type * as api from '@tongcheng/shared/cards/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import { cardsOf, removeCard } from './cards-of';

/** Unbinds one of the caller's own cards; another person's card is as unknown as none. */
export const unbindCard: UseCase<typeof api.unbindCard, { readonly store: DocumentStore }> = async (
  { store },
  caller,
  { cardId },
) => {
  const mine = caller.personId === undefined ? [] : await cardsOf(store, caller.personId);
  const card = mine.find(({ _id }) => _id === cardId);
  if (!card) return fail('card-unknown');
  await removeCard(store, card);
  return ok({});
};
