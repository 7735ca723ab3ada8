import { addDays, type Day } from '@tongcheng/shared/time';
import { overReadableDays } from '../../../ports/damaged-days';
import type { DocumentStore } from '../../../ports/document-store';
import { type RefusalRecord, refusals } from '../refusal-record';
import { type ScanRecord, scanIdOf } from '../scan-record';

/** Refusals by staff, by the id of the scan that each is about. */
export type RefusalsByScan = ReadonlyMap<string, readonly RefusalRecord[]>;

/**
 * Records with the refusals that an earlier release kept apart from the scans that they are about, as decisions of staff beside them
 * (W-32). Those that lie beside their scan already are the same decision told twice, which changes nothing.
 */
export const withEarlierRefusals = (records: readonly ScanRecord[], kept: RefusalsByScan): readonly ScanRecord[] => {
  if (kept.size === 0) return records;
  const told = records.flatMap((record) =>
    record.corrects ? [] : (kept.get(scanIdOf(record)) ?? []).map((refusal) => asDecision(record, refusal)),
  );
  return told.length === 0 ? records : [...records, ...told];
};

/** Every refusal of a city on these days that is about a scan: few beside the scans themselves. */
export const refusalsOn = (store: DocumentStore, city: string, days: readonly Day[]): Promise<RefusalsByScan> =>
  overReadableDays(days, async (readable) => {
    const found: RefusalRecord[] = [];
    for await (const batch of store.stream(refusals, { where: { day: { in: readable }, city } })) found.push(...batch);
    return byScan(found);
  });

const maxIds = 100;

/** Refusals that are about one of these scans, asked for by their venues. */
export async function refusalsAbout(
  store: DocumentStore,
  city: string,
  records: readonly ScanRecord[],
): Promise<RefusalsByScan> {
  if (records.length === 0) return new Map();
  const days = [...new Set(records.flatMap(({ day }) => [day, addDays(day, 1)]))];
  const venueIds = [...new Set(records.map(({ venueId }) => venueId))];
  const ids = new Set(records.map(scanIdOf));
  return overReadableDays(days, async (readable) => {
    const found: RefusalRecord[] = [];
    for (let at = 0; at < venueIds.length; at += maxIds) {
      const where = { day: { in: readable }, city, venueId: { in: venueIds.slice(at, at + maxIds) } };
      for await (const batch of store.stream(refusals, { where }))
        found.push(...batch.filter(({ scanId }) => scanId !== undefined && ids.has(scanId)));
    }
    return byScan(found);
  });
}

function byScan(found: readonly RefusalRecord[]): RefusalsByScan {
  const byId = new Map<string, RefusalRecord[]>();
  for (const refusal of found) {
    if (refusal.scanId === undefined) continue;
    const known = byId.get(refusal.scanId);
    if (known) known.push(refusal);
    else byId.set(refusal.scanId, [refusal]);
  }
  return byId;
}

/** Names its scan and nothing of the rider's that could be opened: what is sealed opens under the scan's own id alone. */
function asDecision(scan: ScanRecord, { _id, reason, note, by, recordedAt }: RefusalRecord): ScanRecord {
  const boarding = { outcome: 'refused', reason, ...(note !== undefined && { note }), by } as const;
  const corrects = { scan: scan._id, answered: scan.meaning, was: scan.meaning, recordedAt: scan.recordedAt, boarding };
  return { ...scan, _id, recordedAt, corrects };
}
