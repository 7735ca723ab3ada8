import type { Meaning } from '@tongcheng/shared/rides/meanings';
import { dayMs, type Instant } from '@tongcheng/shared/time';
import type { DayVault } from '../../../vault/vault';
import type { Corrects, ScanRecord } from '../scan-record';
import { nextOrdinal } from '../scanning/scan-ordinal';
import { openStatusTimes, sealStatusTimes } from '../scanning/scan-verdict';

/** How long after it was registered a scan can be corrected by its rider. */
const correctForMs = dayMs;

/** Whether the rider may still say what a scan meant. */
export const isCorrectable = ({ recordedAt }: Pick<ScanRecord, 'recordedAt'>, now: Instant): boolean =>
  now - recordedAt < correctForMs;

/** What a correction adds. */
interface Correction {
  readonly key: string;
  readonly corrects: Corrects;
  readonly meaning: Meaning;
  readonly now: Instant;
  /** All that is known of the scan's rider on its day, or more: the correction is numbered after them (`scanning/scan-ordinal.ts`). */
  readonly records: readonly ScanRecord[];
}

/**
 * A correction beside its scan, in the same partition and under the same indexes: whoever reads a rider's or a venue's scans
 * reads it in the same question, and it is forgotten with them. What is sealed is bound to its record, so it is sealed anew.
 */
export const correctionRecord = (
  scan: ScanRecord,
  { key, corrects, meaning, now, records }: Correction,
  dayVault: DayVault,
): ScanRecord => {
  const { sealedStatus, corrected: _meant, refused: _refused, staffDecision: _decided, ...kept } = withoutVersion(scan);
  const times = sealedStatus === undefined ? undefined : openStatusTimes(dayVault, scan);
  return {
    ...kept,
    _id: key,
    recordedAt: now,
    sealed: dayVault.seal(key, dayVault.open(scan._id, scan.sealed)),
    ...(times && { sealedStatus: sealStatusTimes(dayVault, key, times) }),
    meaning,
    digest: dayVault.pseudonym(`correction.${JSON.stringify(digested(corrects, meaning))}`),
    corrects,
    ordinal: nextOrdinal(
      records.filter((each) => each.day === scan.day && each.rider === scan.rider && each.apart === scan.apart),
    ),
  };
};

const digested = ({ scan, boarding }: Corrects, meaning: Meaning) =>
  boarding ? [scan, meaning, boarding.outcome, boarding.reason] : [scan, meaning];

/** A record as it comes from a store carries its version, which belongs to that record alone. */
function withoutVersion(scan: ScanRecord & { readonly _v?: number }): ScanRecord {
  const { _v, ...record } = scan;
  return record;
}
