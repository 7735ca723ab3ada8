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
  const { cardId, kind, by, how, lost, statedAt: boundAt } = card;
  const { number } = await statedFacts(needs.vault, card);
  return { cardId, kind, lastFour: lastFour(number), boundAt, stated: { by, how }, ...(lost && { lost }) };
}

/** Undoes a statement about its holder: the number is free, and no word but a new consent links it again. The kind of card; undefined where it is not theirs. */
export async function undoStated(needs: TokenNeeds, personId: string, cardId: string): Promise<string | undefined> {
  const card = (await ownStated(needs, personId)).find((each) => each.cardId === cardId);
  if (card) await undo(needs, card);
  return card?.kind;
}

/** Undoes a statement, whoever's it is. */
export async function undo(needs: TokenNeeds, card: StatedCard): Promise<void> {
  await releaseStated(needs, card);
  const statedAt = wholeDayOf(needs.clock.now());
  await changed(needs, card._id, ({ lost: _found, ...held }) => ({
    ...held,
    ...{ holderId: '', sealed: '', state: 'undone' as const, statedAt },
  }));
}

/** Notes of a stated card of somebody that it is lost, or found. The card; undefined where it is not theirs. */
export async function noteStatedLost(
  needs: TokenNeeds,
  personId: string,
  cardId: string,
  isLost: boolean,
): Promise<StatedCard | undefined> {
  const card = (await ownStated(needs, personId)).find((each) => each.cardId === cardId);
  if (card) await markStatedLost(needs, card, isLost);
  return card;
}

/** Notes of a stated card that it is lost, or found. */
export const markStatedLost = (needs: Pick<TokenNeeds, 'store'>, { _id }: StatedCard, isLost: boolean): Promise<void> =>
  changed(needs, _id, ({ lost: _before, ...held }) => ({ ...held, ...(isLost && { lost: true as const }) }));

async function changed(
  needs: Pick<TokenNeeds, 'store'>,
  _id: string,
  change: (held: StatedCard) => StatedCard,
): Promise<void> {
  const held = await needs.store.get(statedCards, _id);
  if (!held) return;
  const { _v, ...card } = held;
  if ((await needs.store.update(statedCards, change(card), _v)) !== 'updated') await changed(needs, _id, change);
}
