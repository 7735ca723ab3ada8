import type { handInTopUps as endpoint } from '@tongcheng/shared/cards/partner-api';
import { ok } from '@tongcheng/shared/result';
import type { UseCase } from '../../use-case';
import { linkAnswer } from './link-answer';
import { type StatementNeeds, takeStatement } from './take-statement';

/** B-05: first top-ups of cards that were applied for take the holder's document and link the card, from the day that the city names; each is answered for itself. */
export const handInTopUps: UseCase<typeof endpoint, StatementNeeds> = async (needs, caller, { topUps }) => {
  const items = [];
  for (const told of topUps) {
    const { where: _where, ...card } = told;
    items.push(linkAnswer(told, await takeStatement(needs, caller, { ...card, how: 'top-up' })));
  }
  return ok({ items });
};
