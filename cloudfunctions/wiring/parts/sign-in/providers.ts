import { httpSignIn } from '../../../adapters/providers-http/sign-in';
import type { ProviderAddress } from '../../../adapters/providers-http/signed-call';
import type { Platform } from '../../../ports/platform';
import { atProviders } from '../outside';

/** Sign-in at the product's own provider interface. */
export const signInAtProviders = atProviders((to: ProviderAddress): Platform => ({ signIn: httpSignIn(to) }));
