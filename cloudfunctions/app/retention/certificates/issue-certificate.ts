import type { Instant } from '@tongcheng/shared/time';
import type { DocumentStore, Stored } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import type { ErasedKey } from '../../../ports/key-store';
import type { DayScope, Vault } from '../../../vault/vault';
import {
  certificateId,
  type DeletionCertificate,
  deletionCertificates,
} from '../../publications/certificates/deletion-certificate-record';
import { certificateSigner } from '../../publications/certificates/sign-certificate';
import { holdsOfDay } from './holds-of-day';

/** What issuing takes: the key that signs is derived from the installation's root. */
export interface IssueNeeds {
  readonly store: DocumentStore;
  readonly keys: Pick<KeyService, 'derive'>;
  readonly vault: Pick<Vault, 'liveDays' | 'destroyDay'>;
}

/** Completes the certificate of a day whose key is gone, once; a day that was never counted gets none. */
export async function issueCertificate(
  needs: Pick<IssueNeeds, 'store' | 'keys'>,
  scope: DayScope,
  erased: ErasedKey,
): Promise<void> {
  const counted = await needs.store.get(deletionCertificates, certificateId(scope));
  if (!counted || counted.state === 'issued') return;
  const { _v, ...certificate } = counted;
  const signer = await certificateSigner(needs.keys);
  const holds = await holdsOfDay(needs, scope);
  const signed = signer.sign(payloadOf(certificate, erased, holds));
  const issued = { ...erased, signed, holds };
  // Of two runners at once one is first; both say the same but for the moment.
  await needs.store.update(deletionCertificates, { ...certificate, state: 'issued', issued }, _v);
}

/** Completes what an earlier run left: counted, and its key gone. Asking for the destruction again tells until when copies may remain. */
export async function issueLeftOver(needs: IssueNeeds): Promise<void> {
  const left: Stored<DeletionCertificate>[] = [];
  for await (const batch of needs.store.stream(deletionCertificates, { where: { state: 'counted' } }))
    left.push(...batch);
  if (left.length === 0) return;
  const live = new Set((await needs.vault.liveDays()).map(certificateId));
  for (const scope of left) {
    if (live.has(scope._id)) continue;
    const erased = await needs.vault.destroyDay(scope.city, scope.day, scope.keyClass);
    await issueCertificate(needs, scope, erased);
  }
}

/** What is signed: times as ISO 8601 in UTC. */
const payloadOf = (
  { city, day, keyClass, counts, countedAt, cause }: DeletionCertificate,
  { erasedAt, copiesUntil }: ErasedKey,
  holds: readonly string[],
) => ({
  city,
  day,
  class: keyClass,
  counts: counts ?? 'unknown',
  countedAt: iso(countedAt),
  destroyedAt: iso(erasedAt),
  copiesUntil: copiesUntil === 'unknown' ? copiesUntil : iso(copiesUntil),
  cause,
  holds,
});

const iso = (at: Instant): string => new Date(at).toISOString();
