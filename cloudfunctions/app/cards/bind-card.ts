import type { RiderCaller } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/cards/api';
import type { CardView } from '@tongcheng/shared/cards/api';
import { isCardNumber } from '@tongcheng/shared/cards/card-number';
import { lastFour } from '@tongcheng/shared/identity/masks';
import { newDayId } from '@tongcheng/shared/ids';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { dayOf, wholeDayOf } from '@tongcheng/shared/time';
import { plainCode } from '@tongcheng/shared/typed-text';
import type { CardKind, CardMedium } from '@tongcheng/shared/venues/card-kind';
import type { CardIssuer } from '../../ports/card-issuer';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { DocumentStore, Stored } from '../../ports/document-store';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { Vault } from '../../vault/vault';
import { returnAttempt, takeAttempt } from '../identity/attempts/take-attempt';
import type { UseCase } from '../use-case';
import { limitPassed, linkedIn } from './card-limits';
import type { BoundCard, CardClaim } from './card-record';
import { cardClaims } from './card-record';
import { gatesKnow, linkToGates, unlinkFromGates } from './card-tokens';
import { countForOther, isFullForOthers } from './cards-for-others';
import { cardsOf, cardView, changeCards, removeCard, removeCards } from './cards-of';
import { countLinking } from './count-linking';
import { isStatedHolder, statedHolder } from './stated/stated-record';
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
  const place = await linkedIn(needs.store, input.kind, input.city);
  if (place.from !== undefined && dayOf(needs.clock.now()) < place.from) return fail('linking-not-begun');
  const link = { personId, claimId, kind: input.kind, number };
  if (bound) {
    await tell(needs, place.city, link, bound);
    await renew(needs, personId, bound, input.replaces);
    return ok({ ...cardView(bound), ...(await gatesKnow(needs, input.kind)) });
  }
  const { replaces } = input;
  const whom = { holderId: personId, helperId: helperOf(caller, personId) };
  const binding: Binding = { ...whom, kind: input.kind, ...place, ...(replaces !== undefined && { replaces }) };
  const room = await roomFor(needs.store, binding, held);
  if (!room.ok) return room;
  const answer = await ask(needs, personId, input.kind, number);
  if (answer === 'too-many') return fail('too-many-tries');
  if (answer === 'away') return fail('card-issuer-unavailable');
  if (answer !== 'known') return fail('card-refused', { reason: answer });
  const claimed = await claim(needs, personId, claimId);
  if (!claimed) return fail('card-bound-elsewhere');
  const card = await sealedCard(needs, claimed, input.kind, number);
  const kept = await keep(needs.store, binding, card);
  if (!kept.ok) return kept;
  await tell(needs, place.city, link, card);
  await renew(needs, personId, card, input.replaces);
  return ok({ ...kept.value, ...(await gatesKnow(needs, input.kind)) });
};

/** The card in whose place the new one came goes last: repeating completes it. */
async function renew(
  needs: BindCardNeeds,
  personId: string,
  { cardId }: BoundCard,
  replaces: string | undefined,
): Promise<void> {
  const old = (await cardsOf(needs.store, personId)).find((each) => each.cardId === replaces && each.cardId !== cardId);
  if (!old) return;
  await unlinkFromGates(needs, personId, old.claimId);
  await removeCard(needs.store, personId, old);
}

/** Gates hear of a bound card, and it is counted: again at each repetition, because the first time may have been interrupted before. */
async function tell(
  needs: BindCardNeeds,
  city: string | undefined,
  link: Parameters<typeof linkToGates>[1],
  card: BoundCard,
): Promise<void> {
  await linkToGates(needs, link);
  await countLinking(needs, city, card);
}

/** One binding: whose card it is, who binds it for them, and by which kinds it is counted. */
interface Binding {
  readonly holderId: string;
  /** Absent where the holder binds it themselves. */
  readonly helperId: string | undefined;
  readonly kind: string;
  readonly counted: readonly CardKind[];
  /** A card that goes once this one is bound. */
  readonly replaces?: string;
}

type Limit = 'card-limit' | 'card-medium-limit' | 'card-helper-limit';

const without = (cards: readonly BoundCard[], replaces: string | undefined): readonly BoundCard[] =>
  cards.filter(({ cardId }) => cardId !== replaces);

const helperOf = ({ personId }: RiderCaller, holderId: string) => (personId === holderId ? undefined : personId);

/** Before the issuer is asked: whether there is room for one more at all (B-01). */
async function roomFor(
  store: DocumentStore,
  { helperId, kind, counted, replaces }: Binding,
  held: readonly BoundCard[],
): Promise<Result<undefined, Limit>> {
  const passed = limitPassed(counted, without(held, replaces), kind);
  if (passed !== undefined) return full(passed);
  if (helperId !== undefined && (await isFullForOthers(store, helperId, replaces))) return fail('card-helper-limit');
  return ok(undefined);
}

const full = (passed: CardMedium | 'all'): Result<never, Limit> =>
  passed === 'all' ? fail('card-limit') : fail('card-medium-limit', { medium: passed });

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
  if (first && isStatedHolder(first.personId)) return takeOver(needs, mine, first);
  if (first && (await needs.vault.masked(first.personId))) return undefined;
  if (first) await removeCards(needs.store, first.personId);
  return claim(needs, personId, claimId);
}

/** Whoever is stated to hold the number may bind it themselves; then it is theirs by their own act, whatever is stated later. */
async function takeOver(
  needs: BindCardNeeds,
  mine: CardClaim,
  first: Stored<CardClaim>,
): Promise<CardClaim | undefined> {
  const subject = await needs.vault.subjectOfPerson(mine.personId);
  if (subject === undefined || statedHolder(subject) !== first.personId) return undefined;
  const answer = await needs.store.update(cardClaims, mine, first._v);
  return answer === 'updated' ? mine : claim(needs, mine.personId, mine._id);
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

/** Counts it for who helped, then keeps it; where others were bound meanwhile and there is no room the number is free again. */
async function keep(
  store: DocumentStore,
  { holderId, helperId, counted, replaces }: Binding,
  card: BoundCard,
): Promise<Result<CardView, Limit>> {
  const isThere = (cards: readonly BoundCard[]) => cards.some(({ cardId }) => cardId === card.cardId);
  if (helperId !== undefined && !(await countForOther(store, helperId, card, replaces))) {
    if (isThere(await cardsOf(store, holderId))) return ok(cardView(card));
    await store.delete(cardClaims, card.claimId);
    return fail('card-helper-limit');
  }
  const kept = await changeCards(store, holderId, (cards) =>
    isThere(cards) || limitPassed(counted, without(cards, replaces), card.kind) !== undefined
      ? cards
      : [...cards, card],
  );
  if (isThere(kept)) return ok(cardView(card));
  await store.delete(cardClaims, card.claimId);
  return full(limitPassed(counted, without(kept, replaces), card.kind) ?? 'all');
}
