import type * as api from '@tongcheng/shared/cards/api';
import { ok } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import { cardsOf, cardView } from './cards-of';

/** The caller's cards; none before authentication. */
export const listCards: UseCase<typeof api.listCards, { readonly store: DocumentStore }> = async (
  { store },
  { personId },
) => ok({ cards: personId === undefined ? [] : (await cardsOf(store, personId)).map(cardView) });
