import type { Text } from '@tongcheng/shared/text';
import { hasFields, type PhoneRecord, type Records, withNew } from '../../client/records';
import type { QueuedScan } from './queued-scan';

/** A scan that could not be registered, kept so that the rider learns of it. */
export interface RefusedScan {
  readonly scan: QueuedScan;
  readonly code: string;
  readonly reason: Text;
}

/** Scans kept on this phone: those to deliver, oldest first, and those that were refused. */
export interface ScanQueue {
  readonly waiting: readonly QueuedScan[];
  readonly refused: readonly RefusedScan[];
}

const maxRefused = 50;

/** Where the queue is kept; it outlives the app. A scan that another copy delivered meanwhile is sent again, and is the same scan. */
export const queueRecord: PhoneRecord<ScanQueue> = {
  key: 'tc.scans',
  empty: { waiting: [], refused: [] },
  is: (value): value is ScanQueue =>
    hasFields(value, 'waiting', 'refused') && Array.isArray(value.waiting) && Array.isArray(value.refused),
  merged: (one, other) => {
    const refused = withNew(one.refused, other.refused, ({ scan }) => scan.scanId);
    const over = new Set(refused.map(({ scan }) => scan.scanId));
    const waiting = withNew(one.waiting, other.waiting, ({ scanId }) => scanId);
    return { waiting: waiting.filter(({ scanId }) => !over.has(scanId)), refused: refused.slice(0, maxRefused) };
  },
};

/** Keeps a scan for later; the same scan twice is kept once. */
export const queueScan = (records: Records, scan: QueuedScan): void =>
  change(records, (queue) =>
    queue.waiting.some(({ scanId }) => scanId === scan.scanId)
      ? queue
      : { ...queue, waiting: [...queue.waiting, scan] },
  );

/** Takes scans that were delivered off the queue; by id, because another tab may have changed it meanwhile. */
export const removeScans = (records: Records, scanIds: ReadonlySet<string>): void =>
  change(records, (queue) => ({ ...queue, waiting: queue.waiting.filter(({ scanId }) => !scanIds.has(scanId)) }));

/** Moves a scan from the waiting ones to the refused ones. */
export const refuseScan = (records: Records, refused: RefusedScan): void =>
  change(records, ({ waiting, refused: earlier }) => ({
    waiting: waiting.filter(({ scanId }) => scanId !== refused.scan.scanId),
    refused: [refused, ...earlier].slice(0, maxRefused),
  }));

/** Puts another form of the same scan in its place, after the clock was corrected. */
export const replaceScan = (records: Records, scanId: string, other: QueuedScan): void =>
  change(records, (queue) => ({
    ...queue,
    waiting: queue.waiting.map((scan) => (scan.scanId === scanId ? other : scan)),
  }));

/** Forgets the refused ones, once the rider has read them. */
export const clearRefused = (records: Records): void => change(records, (queue) => ({ ...queue, refused: [] }));

const change = (records: Records, step: (queue: ScanQueue) => ScanQueue): void =>
  records.write(queueRecord, step(records.read(queueRecord)));
