import type { Instant } from '@tongcheng/shared/time';
import type { DocumentStore, Where } from '../../../ports/document-store';
import { type ScanRecord, scans } from '../scan-record';

/**
 * A scan becomes visible some time after `recordedAt`: it waits for its turn to be made durable, and instances' clocks
 * differ a little. Whoever follows the scans looks back this far each time and knows which ones it has read.
 */
export const overlapMs = 15_000;

/** How far somebody who follows the scans has come. */
export interface FollowPosition {
  since: Instant;
  /** The ids read within the overlap, with the time of each. */
  readonly read: Map<string, Instant>;
}

/** The position of somebody who has read nothing yet. */
export const newFollowPosition = (): FollowPosition => ({ since: 0, read: new Map() });

/** Calls `visit` once for each scan that is new to this position; when it fails half-way, the next call goes on from there. */
export const forEachNewScan = async (
  store: DocumentStore,
  where: Where<ScanRecord>,
  position: FollowPosition,
  now: Instant,
  visit: (record: ScanRecord) => void,
): Promise<void> => {
  const query = {
    where: { ...where, recordedAt: { gte: position.since - overlapMs } },
    order: { by: 'recordedAt', direction: 'asc' },
  } as const;
  for await (const batch of store.stream(scans, query)) {
    for (const record of batch) visitOnce(position, record, visit);
    advanceTo(position, Math.min(now, batch[batch.length - 1]?.recordedAt ?? 0));
  }
  advanceTo(position, now);
};

/**
 * Whether a scan was read before: what is older than the overlap was. A correction may be read first where it became visible first, or
 * where both bear one instant.
 */
export const wasRead = ({ since, read }: FollowPosition, id: string, recordedAt: Instant): boolean =>
  read.has(id) || recordedAt < since - overlapMs;

function visitOnce({ read }: FollowPosition, record: ScanRecord, visit: (record: ScanRecord) => void): void {
  if (read.has(record._id)) return;
  read.set(record._id, record.recordedAt);
  visit(record);
}

/** Ids older than the overlap never come again; they stand first, for they were read in the order of time. */
function advanceTo(position: FollowPosition, at: Instant): void {
  position.since = Math.max(position.since, at);
  for (const [id, recordedAt] of position.read) {
    if (recordedAt >= position.since - overlapMs) return;
    position.read.delete(id);
  }
}
