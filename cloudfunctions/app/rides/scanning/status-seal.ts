import type { HealthStatus } from '@tongcheng/shared/identity/eligibility';
import type { DayVault } from '../../../vault/vault';
import type { ScanRecord } from '../scan-record';

/** From when and until when a status held. */
export type StatusTimes = Pick<HealthStatus, 'issuedAt' | 'expiresAt'>;

/**
 * Seals the times of a status for one record. To the millisecond and the same for days, they would link a rider's days
 * after the keys are gone; so they go with the day's key, like the rider. The vault seals texts as subjects.
 */
export const sealTimes = (dayVault: DayVault, recordId: string, { issuedAt, expiresAt }: StatusTimes): string =>
  dayVault.seal(sealId(recordId), { subjectId: `${issuedAt}.${expiresAt}` });

/** The times sealed in a record, if there are any. */
export const openTimes = (
  dayVault: DayVault,
  { _id, sealedStatus }: Pick<ScanRecord, '_id' | 'sealedStatus'>,
): StatusTimes | undefined => {
  if (sealedStatus === undefined) return undefined;
  const [issuedAt, expiresAt] = dayVault.open(sealId(_id), sealedStatus).subjectId.split('.').map(Number);
  return issuedAt === undefined || expiresAt === undefined ? undefined : { issuedAt, expiresAt };
};

/** Bound to its own place in the record, so that it cannot stand in for the rider's seal. */
function sealId(recordId: string): string {
  return `${recordId}.status`;
}
