import { newId, type RandomBytes } from '@tongcheng/shared/ids';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import type { QueuedScan } from '../../miniprogram/src/features/rides/queued-scan';

/** What a phone with a good clock sends at once for a code that it read; the only literal of its kind in the tests. */
export const scanInput = (
  code: string,
  scannedAt: number,
  bytes: RandomBytes,
  more: Partial<ScanInput> = {},
): ScanInput => ({ scanId: newId(scannedAt, bytes), code, scannedAt, sentAt: scannedAt, ...more });

/** A scan as a phone with a good clock keeps it until it is sent. */
export const queuedScan = (scannedAt: number, more: Partial<QueuedScan> = {}): QueuedScan => ({
  scanId: newId(scannedAt, (size) => new Uint8Array(size)),
  code: 'BUS1',
  scannedAt,
  clockOffsetMs: 0,
  ...more,
});
