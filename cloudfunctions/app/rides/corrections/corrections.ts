import type { ScanRecord } from '../scan-record';

/**
 * Records as they read now: each scan once, with what its latest correction says it meant, and whether its rider was refused
 * (W-32) by the verdict or by what staff decided last; corrections and decisions themselves are left out. Whoever derives rides
 * reads records through this, those of earlier releases too.
 */
export const applyCorrections = (records: readonly ScanRecord[]): readonly ScanRecord[] => {
  if (records.every(readsAsStored)) return records;
  const meant = new Map<string, ScanRecord>();
  const decided = new Map<string, ScanRecord>();
  for (const record of records) {
    if (!record.corrects) continue;
    const { scan, boarding } = record.corrects;
    const latest = boarding ? decided : meant;
    const found = latest.get(scan);
    if (!found || isLater(record, found)) latest.set(scan, record);
  }
  return records.flatMap((record) =>
    record.corrects ? [] : [asItReads(record, meant.get(record._id), decided.get(record._id))],
  );
};

/** The corrections of one scan by its rider. */
export const correctionsOf = (records: readonly ScanRecord[], scan: string): readonly ScanRecord[] =>
  records.filter(({ corrects }) => corrects?.scan === scan && !corrects.boarding);

const readsAsStored = ({ corrects, decision }: ScanRecord): boolean => corrects === undefined && decision !== 'refuse';

function asItReads(
  record: ScanRecord,
  correction: ScanRecord | undefined,
  decision: ScanRecord | undefined,
): ScanRecord {
  const boarding = decision?.corrects?.boarding;
  const refused = boarding ? boarding.outcome === 'refused' : record.decision === 'refuse';
  if (!correction && !refused && !boarding) return record;
  return {
    ...record,
    ...(correction && { corrected: correction.meaning }),
    ...(refused && { refused }),
    ...(boarding && decision && { staffDecision: { ...boarding, at: decision.recordedAt } }),
  };
}

function isLater(a: ScanRecord, b: ScanRecord): boolean {
  return a.recordedAt === b.recordedAt ? a._id > b._id : a.recordedAt > b.recordedAt;
}
