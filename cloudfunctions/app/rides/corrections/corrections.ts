import type { ScanRecord } from '../scan-record';

/**
 * Records as they read now: each scan once, with what its latest correction says it meant; the corrections themselves are
 * left out. Without corrections the same list.
 */
export const applyCorrections = (records: readonly ScanRecord[]): readonly ScanRecord[] => {
  if (records.every(({ corrects }) => corrects === undefined)) return records;
  const latest = new Map<string, ScanRecord>();
  for (const record of records) {
    if (!record.corrects) continue;
    const found = latest.get(record.corrects.scan);
    if (!found || isLater(record, found)) latest.set(record.corrects.scan, record);
  }
  return records.flatMap((record) => {
    if (record.corrects) return [];
    const correction = latest.get(record._id);
    return [correction ? { ...record, corrected: correction.meaning } : record];
  });
};

/** The corrections of one scan. */
export const correctionsOf = (records: readonly ScanRecord[], scan: string): readonly ScanRecord[] =>
  records.filter(({ corrects }) => corrects?.scan === scan);

function isLater(a: ScanRecord, b: ScanRecord): boolean {
  return a.recordedAt === b.recordedAt ? a._id > b._id : a.recordedAt > b.recordedAt;
}
