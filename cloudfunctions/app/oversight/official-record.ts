import type { OfficialRole } from '@tongcheng/shared/access';
import type { Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** An official. `_id` is the login in lower case. */
export interface OfficialRecord {
  readonly _id: string;
  readonly officialId: string;
  /** What they are called, as they say; absent until they do. */
  readonly name?: string;
  readonly roles: readonly OfficialRole[];
  readonly cities: readonly string[];
  /** Absent: none. */
  readonly provinces?: readonly string[];
  /** argon2id, with its parameters. */
  readonly passwordHash: string;
  /** The one-time code's secret, sealed under a key of the key service. */
  readonly sealedTotp: string;
  /** The last time step that was used: a code is good once. */
  readonly lastStep: number;
  /** Absent while they may sign in; new credentials (`resetOfficial`) let them in again. */
  readonly revokedAt?: Instant;
  readonly revokedBy?: string;
  readonly revokedReason?: string;
}
export const officials = collection<OfficialRecord>()({
  name: 'officials',
  keep: { until: 'never', because: 'what a revoked official did stays attributable' },
  belongs: { to: 'worker' },
  indexes: [['officialId']],
});
