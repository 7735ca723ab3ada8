import type { Vault } from '../../../vault/vault';
import type { Provider } from '../account-record';

/** The account of a platform's user: a keyed digest, so that the platform's own id is kept nowhere. */
export const accountIdOf = (vault: Vault, provider: Provider, subject: string): Promise<string> =>
  vault.blindIndex(`account-${provider}`, subject);
