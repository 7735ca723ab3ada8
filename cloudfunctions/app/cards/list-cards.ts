import type * as api from '@tongcheng/shared/cards/api';
import { ok } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import { cardsOf, cardView } from './cards-of';
import { ownStated, statedView } from './stated/own-stated';
import { whoseCards } from './whose-cards';

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Vault;
}

/** The caller's cards, or those of a member of their family, and what partners say is theirs; none before authentication. */
export const listCards: UseCase<typeof api.listCards, Needs> = async (needs, caller, { memberId }) => {
  const whose = await whoseCards(needs.store, caller, memberId);
  if (!whose.ok) return whose;
  if (whose.value === undefined) return ok({ cards: [] });
  const bound = (await cardsOf(needs.store, whose.value)).map(cardView);
  const stated = await Promise.all((await ownStated(needs, whose.value)).map((card) => statedView(needs, card)));
  return ok({ cards: [...bound, ...stated] });
};
