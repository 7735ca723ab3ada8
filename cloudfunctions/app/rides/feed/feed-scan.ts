import type { FeedScan, StaffName } from '@tongcheng/shared/rides/wire';
import type { DayVault } from '../../../vault/vault';
import type { RefusalRecord } from '../refusal-record';
import { type ScanRecord, scanIdOf } from '../scan-record';
import { openStatusTimes, reasonsOf } from '../scanning/scan-verdict';

/** What is told of a scan beside its record: the refusal that staff recorded, and the names of staff by their ids. */
interface Beside {
  readonly refusal?: RefusalRecord | undefined;
  readonly staff: ReadonlyMap<string, StaffName>;
}

/** A scan as staff at the venue see it; the masked name only while the day can be opened. */
export const feedScan = (record: ScanRecord, dayVault: DayVault | undefined, { refusal, staff }: Beside): FeedScan => {
  const maskedName = dayVault?.open(record._id, record.sealed).maskedName;
  return {
    scanId: feedIdOf(record),
    ...(maskedName !== undefined && { maskedName }),
    decision: record.decision,
    ...(record.colour !== undefined && { colour: record.colour }),
    meaning: record.corrected ?? record.meaning,
    ...correctedFrom(record),
    reasons: reasonsOf(record, openStatusTimes(dayVault, record)),
    party: record.party,
    scannedAt: record.scannedAt,
    recordedAt: record.corrects?.recordedAt ?? record.recordedAt,
    flags: [...record.flags],
    ...(isAssisted(record) && { entered: true as const }),
    ...enteredBy(record, staff),
    ...(refusal && { refusal: { reason: refusal.reason, at: refusal.recordedAt } }),
    ...boardingIn(record, staff),
  };
};

function enteredBy(record: ScanRecord, staff: Beside['staff']): Pick<FeedScan, 'enteredBy'> {
  const name = isAssisted(record) ? staff.get(record.by) : undefined;
  return name ? { enteredBy: name } : {};
}

/** Everybody of staff whom a scan names. */
export const staffIn = (record: ScanRecord): readonly (string | undefined)[] => [
  isAssisted(record) ? record.by : undefined,
  decisionIn(record)?.by,
];

function decisionIn({ corrects, recordedAt, staffDecision }: ScanRecord): ScanRecord['staffDecision'] {
  return corrects?.boarding ? { ...corrects.boarding, at: recordedAt } : staffDecision;
}

function boardingIn(record: ScanRecord, staff: Beside['staff']): Pick<FeedScan, 'boarding'> {
  const decision = decisionIn(record);
  if (!decision) return {};
  const { outcome, reason, at, by } = decision;
  const name = staff.get(by);
  return { boarding: { outcome, reason, at, ...(name && { by: name }) } };
}

/** Whether staff registered it: then no phone shows its verdict. */
export const isAssisted = ({ by }: ScanRecord): boolean => !unassisted.includes(by);

const unassisted: readonly string[] = ['rider', 'family', 'gate'];

/** A correction shows its scan anew; the screen knows it by the same id. */
export const feedIdOf = (record: ScanRecord): string => scanIdOf({ _id: record.corrects?.scan ?? record._id });

function correctedFrom({ corrects, corrected, meaning }: ScanRecord): Pick<FeedScan, 'correctedFrom'> {
  if (corrects) {
    const said = corrects.boarding ? corrects.was : meaning;
    return corrects.answered === said ? {} : { correctedFrom: corrects.answered };
  }
  return corrected === undefined || corrected === meaning ? {} : { correctedFrom: meaning };
}
