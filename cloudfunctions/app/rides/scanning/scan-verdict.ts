import type { HealthStatus } from '@tongcheng/shared/eligibility';
import { reasonOf } from '@tongcheng/shared/rides/reasons';
import type { Reason, Verdict } from '@tongcheng/shared/rides/wire';
import type { DayVault } from '../../../vault/vault';
import type { ScanRecord } from '../scan-record';

/** From when and until when a status held. */
export type StatusTimes = Pick<HealthStatus, 'issuedAt' | 'expiresAt'>;

/** A record's verdict in words; always the same from the same record, with who decided by which rule. */
export const verdictOf = (record: ScanRecord, times: StatusTimes | undefined): Verdict => {
  const { decision, ruleId, ruleVersion, colour, statusSource } = record;
  return {
    decision,
    reasons: reasonsOf(record, times),
    ruleId,
    ruleVersion,
    ...(colour !== undefined && { colour }),
    ...(statusSource !== undefined && { statusSource }),
    ...(times && { expiresAt: times.expiresAt }),
  };
};

/** A record's reasons in words; without the times of the status where the day can no longer be opened. */
export function reasonsOf(record: ScanRecord, times: StatusTimes | undefined): Reason[] {
  const { reasons, recordedAt, statusSource, statusElsewhere } = record;
  const facts = {
    at: recordedAt,
    ...times,
    ...(statusSource !== undefined && { source: statusSource }),
    ...(statusElsewhere !== undefined && { statusElsewhere }),
  };
  return reasons.map((code) => reasonOf(code, facts));
}

/**
 * Seals the times of a status for one record. To the millisecond and the same for days, they would link a rider's days
 * after the keys are gone; so they go with the day's key, like the rider. The vault seals texts as subjects.
 */
export const sealStatusTimes = (dayVault: DayVault, recordId: string, { issuedAt, expiresAt }: StatusTimes): string =>
  dayVault.seal(statusSealId(recordId), { subjectId: `${issuedAt}.${expiresAt}` });

/** The times sealed in a record, if there are any and its day can be opened. */
export const openStatusTimes = (
  dayVault: DayVault | undefined,
  { _id, sealedStatus }: Pick<ScanRecord, '_id' | 'sealedStatus'>,
): StatusTimes | undefined => {
  if (!dayVault || sealedStatus === undefined) return undefined;
  const [issuedAt, expiresAt] = dayVault.open(statusSealId(_id), sealedStatus).subjectId.split('.').map(Number);
  return issuedAt === undefined || expiresAt === undefined ? undefined : { issuedAt, expiresAt };
};

/** Bound to its own place in the record, so that it cannot stand in for the rider's seal. */
function statusSealId(recordId: string): string {
  return `${recordId}.status`;
}
