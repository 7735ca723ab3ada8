import type * as api from '@tongcheng/shared/cards/api';
import { isCardNumber } from '@tongcheng/shared/cards/card-number';
import { lastFour } from '@tongcheng/shared/identity/masks';
import { newDayId } from '@tongcheng/shared/ids';
import { fail, ok } from '@tongcheng/shared/result';
import { wholeDayOf } from '@tongcheng/shared/time';
import { plainCode } from '@tongcheng/shared/typed-text';
import type { CardIssuer } from '../../ports/card-issuer';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { Vault } from '../../vault/vault';
import { returnAttempt, takeAttempt } from '../identity/attempts/take-attempt';
import type { UseCase } from '../use-case';
import type { BoundCard, CardClaim } from './card-record';
import { cardClaims } from './card-record';
import { cardsOf, cardView, changeCards, maxCards, removeCards } from './cards-of';
import { whoseCards } from './whose-cards';

/** What binding takes: the issuer to ask, and the vault that seals the number. */
export interface BindCardNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly vault: Vault;
  readonly cardIssuer: CardIssuer;
}

/** A person asks the issuer about so many numbers a day: enough to mistype, too few to search for cards of others. */
const attemptsADay = 20;

/** Binds a transit card (W-03), one's own or a member's of the family (W-33): its issuer's word decides, whatever the number looks like (B-02). Binding the same card again answers with the same card. */
export const bindCard: UseCase<typeof api.bindCard, BindCardNeeds> = async (needs, caller, input) => {
  const whose = await whoseCards(needs.store, caller, input.memberId);
  if (!whose.ok) return whose;
  const personId = whose.value;
  if (personId === undefined) return fail(caller.claimedPersonId ? 'identity-not-proven' : 'not-authenticated');
  const number = plainCode(input.number);
  if (!isCardNumber(number)) return fail('card-refused', { reason: 'shape' });
  const held = await cardsOf(needs.store, personId);
  const claimId = await needs.vault.blindIndex('card', `${input.kind}:${number}`);
  const bound = held.find((card) => card.claimId === claimId);
  if (bound) return ok(cardView(bound));
  if (held.length >= maxCards) return fail('card-limit');
  const answer = await ask(needs, personId, input.kind, number);
  if (answer === 'too-many') return fail('too-many-tries');
  if (answer === 'away') return fail('card-issuer-unavailable');
  if (answer !== 'known') return fail('card-refused', { reason: answer });
  const claimed = await claim(needs, personId, claimId);
  if (!claimed) return fail('card-bound-elsewhere');
  const card = await sealedCard(needs, claimed, input.kind, number);
  return (await keep(needs.store, personId, card)) ? ok(cardView(card)) : fail('card-limit');
};

/** The issuer's word, within the attempts of the day; an attempt without an answer is given back. */
async function ask(needs: BindCardNeeds, personId: string, kind: string, number: string) {
  const attempts = `card.${personId}`;
  if (!(await takeAttempt(needs, attempts, attemptsADay))) return 'too-many';
  try {
    return await needs.cardIssuer.check({ kind, number });
  } catch (fault) {
    if (!(fault instanceof ServiceUnavailable)) throw fault;
    await returnAttempt(needs, attempts);
    return 'away';
  }
}

/**
 * The claim decides who holds the number; an interrupted binding is completed when it is repeated. Who was forgotten while
 * binding holds nothing.
 */
async function claim(needs: BindCardNeeds, personId: string, claimId: string): Promise<CardClaim | undefined> {
  const mine = { _id: claimId, personId, cardId: newDayId(needs.clock.now(), needs.chance.bytes) };
  if ((await needs.store.insert(cardClaims, mine)) === 'inserted') return mine;
  const first = await needs.store.get(cardClaims, claimId);
  if (first?.personId === personId) return first;
  if (first && (await needs.vault.masked(first.personId))) return undefined;
  if (first) await removeCards(needs.store, first.personId);
  return claim(needs, personId, claimId);
}

async function sealedCard(
  needs: BindCardNeeds,
  { _id: claimId, personId, cardId }: CardClaim,
  kind: string,
  number: string,
): Promise<BoundCard> {
  const sealedNumber = await needs.vault.sealFor(personId, cardId, number);
  return { cardId, kind, lastFour: lastFour(number), sealedNumber, claimId, boundAt: wholeDayOf(needs.clock.now()) };
}

/** False when others were bound meanwhile and there is no room: then the number is free again. */
async function keep(store: DocumentStore, personId: string, card: BoundCard): Promise<boolean> {
  const isThere = (cards: readonly BoundCard[]) => cards.some(({ cardId }) => cardId === card.cardId);
  const kept = await changeCards(store, personId, (cards) =>
    isThere(cards) || cards.length >= maxCards ? cards : [...cards, card],
  );
  if (isThere(kept)) return true;
  await store.delete(cardClaims, card.claimId);
  return false;
}
