import type { Channel } from '@tongcheng/shared/identity/channel';
import type { Vault } from '../../../vault/vault';

/** The account of a platform's user: a keyed digest, so that the platform's own id is kept nowhere. */
export const accountIdOf = (vault: Vault, channel: Channel, subject: string): Promise<string> =>
  vault.blindIndex(`account-${channel}`, subject);
