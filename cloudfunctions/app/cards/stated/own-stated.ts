import type { CardView } from '@tongcheng/shared/cards/api';
import { lastFour } from '@tongcheng/shared/identity/masks';
import { wholeDayOf } from '@tongcheng/shared/time';
import type { Vault } from '../../../vault/vault';
import { cardClaims } from '../card-record';
import type { TokenNeeds } from '../card-tokens';
import { releaseStated } from './claim-stated';
import { type StatedOpener, statedFacts, statedFor } from './stated-facts';
import { type StatedCard, statedCards, statedHolder } from './stated-record';

type Reading = Pick<TokenNeeds, 'store'> & { readonly vault: StatedOpener & Pick<Vault, 'subjectOfPerson'> };

/** Cards that partners say are somebody's who is known by document, and that count for them: told to themselves and to nobody else. */
export async function ownStated(needs: Reading, personId: string): Promise<readonly StatedCard[]> {
  const subject = await needs.vault.subjectOfPerson(personId);
  if (subject === undefined) return [];
  const holderId = statedHolder(subject);
  const stated = await statedFor(needs.store, holderId);
  const claims = await Promise.all(stated.map(({ claimId }) => needs.store.get(cardClaims, claimId)));
  return stated.filter((_card, order) => claims[order]?.personId === holderId);
}

/** A stated card as its holder sees it. */
export async function statedView(needs: Pick<Reading, 'vault'>, card: StatedCard): Promise<CardView> {
  const { cardId, kind, by, how, statedAt: boundAt } = card;
  const { number } = await statedFacts(needs.vault, card);
  return { cardId, kind, lastFour: lastFour(number), boundAt, stated: { by, how } };
}

/** Undoes a statement about its holder: the number is free, and no word but a new consent links it again. False where it is not theirs. */
export async function undoStated(needs: TokenNeeds, personId: string, cardId: string): Promise<boolean> {
  const card = (await ownStated(needs, personId)).find((each) => each.cardId === cardId);
  if (!card) return false;
  await releaseStated(needs, card);
  const held = await needs.store.get(statedCards, card._id);
  if (!held) return true;
  const statedAt = wholeDayOf(needs.clock.now());
  const undone = { ...held, holderId: '', sealed: '', state: 'undone' as const, statedAt };
  const answer = await needs.store.update(statedCards, undone, held._v);
  return answer === 'updated' || undoStated(needs, personId, cardId);
}
