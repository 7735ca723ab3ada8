import { reasonOf } from '@tongcheng/shared/rides/reasons';
import type { Reason, Verdict } from '@tongcheng/shared/rides/wire';
import type { DayVault } from '../../../vault/vault';
import type { ScanRecord } from '../scan-record';
import { openTimes, type StatusTimes } from './status-seal';

/** A record's verdict in words; always the same from the same record, with who decided by which rule. */
export const verdictOf = (record: ScanRecord, dayVault: DayVault): Verdict => {
  const { decision, ruleId, ruleVersion, colour, statusSource } = record;
  const times = openTimes(dayVault, record);
  return {
    decision,
    reasons: inWords(record, times),
    ruleId,
    ruleVersion,
    ...(colour !== undefined && { colour }),
    ...(statusSource !== undefined && { statusSource }),
    ...(times && { expiresAt: times.expiresAt }),
  };
};

/** A record's reasons in words; without the times of the status where the day can no longer be opened. */
export const reasonsOf = (record: ScanRecord, dayVault: DayVault | undefined): Reason[] =>
  inWords(record, dayVault && openTimes(dayVault, record));

function inWords(record: ScanRecord, times: StatusTimes | undefined): Reason[] {
  if (record.reasons.length === 0) return [];
  const { recordedAt, statusSource, statusElsewhere } = record;
  const facts = {
    at: recordedAt,
    ...times,
    ...(statusSource !== undefined && { source: statusSource }),
    ...(statusElsewhere !== undefined && { statusElsewhere }),
  };
  return record.reasons.map((code) => reasonOf(code, facts));
}
