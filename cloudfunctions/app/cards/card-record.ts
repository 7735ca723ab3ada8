import type { Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** A bound card. The number is sealed for its holder. */
export interface CardRecord {
  readonly _id: string;
  readonly personId: string;
  readonly kind: string;
  readonly lastFour: string;
  readonly sealedNumber: string;
  /** Blind index of kind and number: the id of its {@link CardClaim}. */
  readonly claimId: string;
  readonly boundAt: Instant;
}
export const cards = collection<CardRecord>()({ name: 'cards', indexes: [['personId']] });

/** Who holds a card number, by blind index: one card, one person, however many bind it at once. */
export interface CardClaim {
  readonly _id: string;
  readonly personId: string;
  readonly cardId: string;
}
export const cardClaims = collection<CardClaim>()({ name: 'cardClaims', indexes: [['personId']] });
