import { httpRealName } from '../../../adapters/providers-http/real-name';
import { atProviders } from '../outside';

/** The real-name check at the product's own provider interface. */
export const realNameAtProviders = atProviders(httpRealName);
