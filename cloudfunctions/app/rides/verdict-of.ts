import { reasonOf } from '@tongcheng/shared/rides/reasons';
import type { Reason, Verdict } from '@tongcheng/shared/rides/wire';
import type { ScanRecord } from './scan-record';

/** A record's verdict in words; always the same from the same record, with who decided by which rule. */
export const verdictOf = (record: ScanRecord): Verdict => {
  const { decision, ruleId, ruleVersion, colour, statusSource, statusExpiresAt } = record;
  return {
    decision,
    reasons: reasonsOf(record),
    ruleId,
    ruleVersion,
    ...(colour !== undefined && { colour }),
    ...(statusSource !== undefined && { statusSource }),
    ...(statusExpiresAt !== undefined && { expiresAt: statusExpiresAt }),
  };
};

/** A record's reasons in words. */
export const reasonsOf = (record: ScanRecord): Reason[] => {
  if (record.reasons.length === 0) return [];
  const { statusSource, statusIssuedAt, statusExpiresAt, statusElsewhere } = record;
  const facts = {
    at: record.recordedAt,
    ...(statusSource !== undefined && { source: statusSource }),
    ...(statusIssuedAt !== undefined && { issuedAt: statusIssuedAt }),
    ...(statusExpiresAt !== undefined && { expiresAt: statusExpiresAt }),
    ...(statusElsewhere !== undefined && { statusElsewhere }),
  };
  return record.reasons.map((code) => reasonOf(code, facts));
};
