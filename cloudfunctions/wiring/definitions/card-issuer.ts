import { httpCardIssuer } from '../../adapters/providers-http/card-issuer';
import type { CardIssuer } from '../../ports/card-issuer';
import { atProviders, guarded, type ServiceNeeds } from '../outside-service';
import { definePort } from '../port-definition';

/** The issuers of transit cards. */
export const cardIssuer = definePort<ServiceNeeds, CardIssuer>({
  chosenBy: 'TONGCHENG_CARD_ISSUER',
  wrap: ({ check }, needs) => ({ check: guarded(needs, 'card-issuer', check) }),
});

/** Checks of cards at the product's own provider interface. */
export const cardIssuerAtProviders = () => atProviders(httpCardIssuer);
