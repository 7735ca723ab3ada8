import type { DayInstant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** A bound card. The number is sealed for its holder. */
export interface BoundCard {
  readonly cardId: string;
  readonly kind: string;
  readonly lastFour: string;
  readonly sealedNumber: string;
  /** Blind index of kind and number: the id of its {@link CardClaim}. */
  readonly claimId: string;
  readonly boundAt: DayInstant;
  /** Reported lost. */
  readonly lost?: true;
}

/** A card that a person bound for a member of their family, whose it is: it counts while its claim names it. */
export interface CardForOther {
  readonly claimId: string;
  readonly cardId: string;
}

/** All cards of one person (`_id`) in one document, so that what may be bound at most holds however many are bound at once. */
export interface CardHolder {
  readonly _id: string;
  /** Oldest first. */
  readonly cards: readonly BoundCard[];
  /** Absent where nothing was bound for anybody else. */
  readonly forOthers?: readonly CardForOther[];
}
export const cardHolders = collection<CardHolder>()({
  name: 'cardHolders',
  keep: { until: 'owner' },
  belongs: { to: 'person', by: '_id', erased: 'at-once', exported: 'cards' },
  distributeBy: '_id',
  indexes: [],
});

/** Who holds a card number, by blind index: one card, one person, however many bind it at once. */
export interface CardClaim {
  readonly _id: string;
  readonly personId: string;
  readonly cardId: string;
}
export const cardClaims = collection<CardClaim>()({
  name: 'cardClaims',
  keep: { until: 'owner' },
  belongs: {
    to: 'person',
    by: 'personId',
    erased: 'at-once',
    exported: { not: 'blind index of numbers that the cards show' },
  },
  distributeBy: '_id',
  indexes: [['personId']],
});
