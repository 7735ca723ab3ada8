import type { CardIssuer } from '../../../ports/card-issuer';
import type { OutsideNeeds } from '../outside';

/** The issuers of transit cards: `TONGCHENG_CARD_ISSUER`. */
export interface CardIssuerPart {
  readonly needs: OutsideNeeds;
  readonly made: CardIssuer;
}
