import { httpSignIn } from '../../../adapters/providers-http/sign-in';
import { atProviders } from '../outside';

/** Sign-in at the product's own provider interface. */
export const signInAtProviders = atProviders(httpSignIn);
