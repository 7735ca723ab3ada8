import { outcomeTexts } from '@tongcheng/shared/appeals/outcomes';
import type { AppealRow, AppealView } from '@tongcheng/shared/appeals/wire';
import type { DayVault } from '../../vault/vault';
import { venueViewOfScan } from '../rides/journeys/ride-view';
import type { ScanRecord } from '../rides/scan-record';
import type { VenueOf } from '../venues/cached-records';
import { type AppealRecord, partOf } from './appeal-record';

/** What was written in an appeal. */
export const appealText = (dayVault: DayVault, { _id, sealedText }: AppealRecord): string =>
  dayVault.open(partOf(_id, 'text'), sealedText).subjectId;

/** What the official added to the answer. */
export const noteOf = (dayVault: DayVault, { _id, answer }: AppealRecord): string | undefined =>
  answer?.sealedNote === undefined ? undefined : dayVault.open(partOf(_id, 'note'), answer.sealedNote).subjectId;

/** An appeal as its rider sees it. */
export function appealView(dayVault: DayVault, record: AppealRecord): AppealView {
  const { _id: appealId, madeAt, dueAt, answer } = record;
  const note = noteOf(dayVault, record);
  return {
    appealId,
    text: appealText(dayVault, record),
    madeAt,
    dueAt,
    ...(answer && {
      answer: {
        outcome: answer.outcome,
        words: outcomeTexts[answer.outcome],
        at: answer.at,
        ...(note !== undefined && { note }),
      },
    }),
  };
}

/** An appeal in the queue, masked, with what it is against. */
export async function appealRow(
  venueOf: VenueOf,
  dayVault: DayVault,
  record: AppealRecord,
  scan: ScanRecord,
): Promise<AppealRow> {
  const { maskedName } = dayVault.open(partOf(record._id, 'rider'), record.sealed);
  const { mode, scannedAt, decision, reasons, ruleId, ruleVersion, statusSource } = scan;
  const { answer } = record;
  return {
    appealId: record._id,
    city: record.city,
    madeAt: record.madeAt,
    dueAt: record.dueAt,
    ...(maskedName !== undefined && { maskedName }),
    mode,
    venue: await venueViewOfScan(venueOf, scan),
    scannedAt,
    decision,
    reasons: [...reasons],
    ruleId,
    ruleVersion,
    ...(statusSource !== undefined && { statusSource }),
    ...(answer && { answered: { outcome: answer.outcome, at: answer.at, by: answer.by } }),
  };
}
