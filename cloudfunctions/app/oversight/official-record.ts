import type { OfficialRole } from '@tongcheng/shared/access';
import { collection } from '../../ports/document-store';

/** An official. `_id` is the login in lower case. */
export interface OfficialRecord {
  readonly _id: string;
  readonly officialId: string;
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
}
export const officials = collection<OfficialRecord>()({
  name: 'officials',
  keep: { until: 'never', because: 'an official is removed by officials' },
  belongs: { to: 'worker' },
  indexes: [['officialId']],
});
