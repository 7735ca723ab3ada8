import { httpCardIssuer } from '../../../adapters/providers-http/card-issuer';
import { atProviders } from '../outside';

/** Checks of cards at the product's own provider interface. */
export const cardIssuerAtProviders = atProviders(httpCardIssuer);
