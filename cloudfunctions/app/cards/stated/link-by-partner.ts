import type { linkByPartner as endpoint } from '@tongcheng/shared/cards/partner-api';
import { ok } from '@tongcheng/shared/result';
import type { UseCase } from '../../use-case';
import { linkAnswer } from './link-answer';
import { type StatementNeeds, takeStatement } from './take-statement';

/** B-03: codes and cards whose holders consented by one tap inside a partner's app, or withdrew there; each is answered for itself. */
export const linkByPartner: UseCase<typeof endpoint, StatementNeeds> = async (needs, caller, { cards }) => {
  const items = [];
  // One after the other: a batch may hold several versions of one card.
  for (const told of cards) {
    const { did: _did, ...card } = told;
    items.push(linkAnswer(told, await takeStatement(needs, caller, { ...card, how: 'consent' })));
  }
  return ok({ items });
};
