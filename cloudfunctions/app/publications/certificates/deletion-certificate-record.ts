import type { Day, Instant } from '@tongcheng/shared/time';
import { collection } from '../../../ports/document-store';
import type { ErasedKey } from '../../../ports/key-store';
import type { DayScope, KeyClass } from '../../../vault/vault';

/** Why a day's key was destroyed. */
export type DeletionCause = 'retention' | 'city-removed';

/** What is said once the key is gone, and the signed form of all of it. */
interface IssuedDeletion extends ErasedKey {
  /** A compact JWS (RFC 7515, EdDSA) over the certificate. */
  readonly signed: string;
  /** Legal holds that kept a copy out of the day, by the ids of their keys; absent in certificates of earlier releases. */
  readonly holds?: readonly string[];
}

/**
 * that the key of a day was destroyed. Written when the day was counted, while its key still was there, and completed when it is gone: a stop
 * in between leaves one that the next run completes. Names nobody.
 */
export interface DeletionCertificate {
  /** `${day}.${keyClass}.${city}` */
  readonly _id: string;
  readonly city: string;
  readonly day: Day;
  readonly keyClass: KeyClass;
  readonly state: 'counted' | 'issued';
  /** Documents that the key sealed, by collection; absent where the day could not be read any more. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly countedAt: Instant;
  readonly cause: DeletionCause;
  readonly issued?: IssuedDeletion;
}
export const deletionCertificates = collection<DeletionCertificate>()({
  name: 'deletion-certificates',
  keep: { until: 'never', because: 'the public proof that a day was forgotten' },
  belongs: { to: 'nobody' },
  indexes: [['city', 'state', 'day'], ['state']],
});

/** The id of a day's certificate. */
export const certificateId = ({ day, keyClass, city }: DayScope): string => `${day}.${keyClass}.${city}`;
