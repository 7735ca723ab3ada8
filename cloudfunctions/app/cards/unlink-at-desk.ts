import type * as api from '@tongcheng/shared/cards/api';
import type { DeskReason } from '@tongcheng/shared/cards/api';
import { fail, ok } from '@tongcheng/shared/result';
import { plainCode } from '@tongcheng/shared/typed-text';
import { aboutPerson } from '../audit/access-entry';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import { assistedAttempt } from '../identity/attempts/assisted-attempts';
import type { UseCase } from '../use-case';
import { blockAtGates, gatesKnow, type TokenNeeds, unlinkFromGates } from './card-tokens';
import { cardsOf, removeCard } from './cards-of';
import { holderOf } from './holder-of';
import { noteLost } from './report-lost';
import { markStatedLost, ownStated, undo } from './stated/own-stated';
import { statedFor } from './stated/stated-facts';
import { isStatedHolder, type StatedCard } from './stated/stated-record';

type Needs = TokenNeeds & AuditNeeds;

/**
 * A desk has a card, or its number and whose it was, before it: it unlinks the card, or all cards of a holder who died, or has gates keep shut for one
 * that is lost. Counted and on record before it is done, where the holder finds it; whose card it was is not said.
 */
export const unlinkAtDesk: UseCase<typeof api.unlinkAtDesk, Needs> = async (needs, staff, { kind, number, reason }) => {
  const attempt = await assistedAttempt(needs, staff, `card:${plainCode(number)}`);
  if (!(await attempt.take())) return fail('too-many-tries');
  const claimed = await holderOf(needs, [kind], number);
  if (!claimed) return fail('card-not-linked');
  const { personId, claimId } = claimed;
  const what = isStatedHolder(personId) ? 'card' : await aboutPerson(needs.vault, personId);
  const { staffId: who, city } = staff;
  await recordAccess(needs, { purpose: 'card-unlinked', who, city, what, reason, counts: { cards: 1 } });
  const cards = await endCards(needs, personId, claimId, reason);
  await attempt.giveBack();
  return ok({ cards, ...(await gatesKnow(needs, kind)) });
};

/** How many cards were ended, or kept out. */
async function endCards(needs: Needs, personId: string, claimId: string, reason: DeskReason): Promise<number> {
  const isMeant = (card: { readonly claimId: string }) => reason === 'holder-died' || card.claimId === claimId;
  const bound = (await cardsOf(needs.store, personId)).filter(isMeant);
  const stated = (await statedOf(needs, personId)).filter(isMeant);
  for (const card of bound) {
    if (reason !== 'lost') {
      await unlinkFromGates(needs, personId, card.claimId);
      await removeCard(needs.store, personId, card);
      continue;
    }
    await noteLost(needs, personId, card.cardId, true);
    await blockAtGates(needs, personId, card.claimId, true);
  }
  for (const card of stated) {
    if (reason !== 'lost') {
      await undo(needs, card);
      continue;
    }
    await markStatedLost(needs, card, true);
    await blockAtGates(needs, card.holderId, card.claimId, true);
  }
  return bound.length + stated.length;
}

/** What is stated of a holder: of one known by a statement, or of a person. */
const statedOf = (needs: Needs, personId: string): Promise<readonly StatedCard[]> =>
  isStatedHolder(personId) ? statedFor(needs.store, personId) : ownStated(needs, personId);
