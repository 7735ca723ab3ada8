import type { Instant } from '@tongcheng/shared/time';
import type { DocumentStore, Where } from '../../../ports/document-store';
import { type ScanRecord, scans } from '../scan-record';

/**
 * A scan becomes visible some time after `recordedAt`: it waits for its turn to be made durable, and instances' clocks
 * differ a little. Whoever follows the scans looks back this far each time and knows what was already seen.
 */
export const overlapMs = 15_000;

/** How far a follower has come. */
export interface FollowPosition {
  since: Instant;
  readonly seen: Map<string, Instant>;
}

/** A watch that has seen nothing. */
export const newFollowPosition = (): FollowPosition => ({ since: 0, seen: new Map() });

/** Calls `see` once for each scan not seen before; when it fails half-way, the next try goes on from there. */
export const forEachNewScan = async (
  store: DocumentStore,
  where: Where<ScanRecord>,
  watch: FollowPosition,
  now: Instant,
  see: (record: ScanRecord) => void,
): Promise<void> => {
  const query = {
    where: { ...where, recordedAt: { gte: watch.since - overlapMs } },
    order: { by: 'recordedAt', direction: 'asc' },
  } as const;
  for await (const batch of store.stream(scans, query)) {
    for (const record of batch) seeOnce(watch, record, see);
    comeTo(watch, Math.min(now, batch[batch.length - 1]?.recordedAt ?? 0));
  }
  comeTo(watch, now);
};

function seeOnce({ seen }: FollowPosition, record: ScanRecord, see: (record: ScanRecord) => void): void {
  if (seen.has(record._id)) return;
  seen.set(record._id, record.recordedAt);
  see(record);
}

/** Ids older than the overlap never come again; they stand first, for they were seen in the order of time. */
function comeTo(watch: FollowPosition, at: Instant): void {
  watch.since = Math.max(watch.since, at);
  for (const [id, recordedAt] of watch.seen) {
    if (recordedAt >= watch.since - overlapMs) return;
    watch.seen.delete(id);
  }
}
