import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { DayVault } from '../../../vault/vault';
import type { RefusalRecord } from '../refusal-record';
import { type ScanRecord, scanIdOf } from '../scan-record';
import { openStatusTimes, reasonsOf } from '../scanning/scan-verdict';

/** A scan as staff at the venue see it; the masked name only while the day can be opened. */
export const feedScan = (
  record: ScanRecord,
  dayVault: DayVault | undefined,
  refusal: RefusalRecord | undefined,
): FeedScan => {
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
    ...(refusal && { refusal: { reason: refusal.reason, at: refusal.recordedAt } }),
  };
};

/** Whether staff registered it: then no phone shows its verdict. */
export const isAssisted = ({ by }: ScanRecord): boolean => by !== 'rider' && by !== 'family';

/** A correction shows its scan anew; the screen knows it by the same id. */
export const feedIdOf = (record: ScanRecord): string => scanIdOf({ _id: record.corrects?.scan ?? record._id });

function correctedFrom({ corrects, corrected, meaning }: ScanRecord): Pick<FeedScan, 'correctedFrom'> {
  if (corrects) return corrects.answered === meaning ? {} : { correctedFrom: corrects.answered };
  return corrected === undefined || corrected === meaning ? {} : { correctedFrom: meaning };
}
