import type * as api from '@tongcheng/shared/cards/api';
import { mayBeCard, tidyCardNumber } from '@tongcheng/shared/cards/profiles';
import { lastFour } from '@tongcheng/shared/identity/masks';
import { newId } from '@tongcheng/shared/ids';
import { fail, ok } from '@tongcheng/shared/result';
import type { CardIssuer } from '../../ports/card-issuer';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import { ProviderAway } from '../../ports/provider-away';
import type { Vault } from '../../vault/vault';
import { takeTry } from '../identity/tries';
import type { UseCase } from '../use-case';
import type { CardRecord } from './card-record';
import { cardClaims, cards } from './card-record';
import { cardsOf, cardView, mostCards, removeCard } from './cards-of';

export interface BindCardNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly vault: Vault;
  readonly cardIssuer: CardIssuer;
}

/** A person asks the issuer about so many numbers a day: enough to mistype, too few to search for cards of others. */
const triesADay = 20;

/** Binds a transit card (W-03): its issuer's word decides. Binding the same card again answers with the same card. */
export const bindCard: UseCase<typeof api.bindCard, BindCardNeeds> = async (needs, caller, input) => {
  const { personId } = caller;
  if (personId === undefined) return fail('not-authenticated');
  const number = tidyCardNumber(input.number);
  if (!mayBeCard(input.kind, number)) return fail('card-refused', { reason: 'shape' });
  const held = await cardsOf(needs.store, personId);
  const claimId = await needs.vault.blindIndex('card', `${input.kind}:${number}`);
  const bound = held.find((card) => card.claimId === claimId);
  if (bound) return ok(cardView(bound));
  if (held.length >= mostCards) return fail('card-limit');
  if (!(await takeTry(needs, `card.${personId}`, triesADay))) return fail('too-many-tries');
  const answer = await ask(needs.cardIssuer, input.kind, number);
  if (answer === 'away') return fail('card-issuer-unavailable');
  if (answer !== 'known') return fail('card-refused', { reason: answer });
  const card = await claim(needs, personId, input.kind, number, claimId);
  if (!card) return fail('card-bound-elsewhere');
  return (await isWithinLimit(needs.store, card)) ? ok(cardView(card)) : fail('card-limit');
};

/** Several may bind at once and each saw room: whoever finds itself beyond the limit takes itself back. */
async function isWithinLimit(store: DocumentStore, card: CardRecord): Promise<boolean> {
  const place = (await cardsOf(store, card.personId)).findIndex(({ _id }) => _id === card._id);
  if (place < mostCards) return true;
  await removeCard(store, card);
  return false;
}

async function ask(issuer: CardIssuer, kind: string, number: string) {
  try {
    return await issuer.check({ kind, number });
  } catch (fault) {
    if (fault instanceof ProviderAway) return 'away';
    throw fault;
  }
}

/** The claim decides who holds the number; an interrupted binding is completed when it is repeated. */
async function claim(
  needs: BindCardNeeds,
  personId: string,
  kind: string,
  number: string,
  claimId: string,
): Promise<CardRecord | undefined> {
  const now = needs.clock.now();
  const mine = { _id: claimId, personId, cardId: newId(now, needs.chance.bytes) };
  const first =
    (await needs.store.insert(cardClaims, mine)) === 'inserted' ? mine : await needs.store.get(cardClaims, claimId);
  if (!first || first.personId !== personId) return undefined;
  const sealedNumber = await needs.vault.sealFor(personId, first.cardId, number);
  const card = { _id: first.cardId, personId, kind, lastFour: lastFour(number), sealedNumber, claimId, boundAt: now };
  await needs.store.insert(cards, card);
  return card;
}
