import type { Channel } from '@tongcheng/shared/caller';
import type { Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';

/** A rider's account with one platform. `_id` is the blind index of the platform's own id, so it is made only once. */
export interface AccountRecord {
  readonly _id: string;
  readonly provider: Channel;
  readonly createdAt: Instant;
  readonly consentVersion?: string;
  readonly consentedAt?: Instant;
  readonly personId?: string;
  /** When the rider's consent at the platform brought the identity over (W-02); absent where it was typed. */
  readonly broughtAt?: Instant;
  /** When a guardian agreed for a rider under fourteen (W-19). */
  readonly guardianConsentedAt?: Instant;
  /** Status and test as their source gave them, sealed for the person. */
  readonly sealedStanding?: string;
  /** When the source was asked last. */
  readonly standingAt?: Instant;
}

/** All accounts; several may be of one person. */
export const accounts = collection<AccountRecord>()({
  name: 'accounts',
  keep: { until: 'owner' },
  belongs: { to: 'account', by: '_id', erased: 'with-account', exported: 'accounts' },
  distributeBy: '_id',
  indexes: [['personId']],
});

/** An account without identity and consent, as at its first sign-in. */
export const bareAccount = ({ _id, provider, createdAt }: AccountRecord): AccountRecord => ({
  _id,
  provider,
  createdAt,
});

/** The account of a platform's user: a keyed digest, so that the platform's own id is kept nowhere. */
export const accountIdOf = (vault: Vault, channel: Channel, subject: string): Promise<string> =>
  vault.blindIndex(`account-${channel}`, subject);
