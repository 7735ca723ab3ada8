import type { InputOf } from '@tongcheng/shared/endpoint';
import { newId } from '@tongcheng/shared/ids';
import type { recordScan } from '@tongcheng/shared/rides/api';
import type { Instant } from '@tongcheng/shared/time';
import type { VenueView } from '@tongcheng/shared/venues/wire';

/** A scan as this phone made it, before it is sent: `sentAt` is put on when it goes. */
export interface QueuedScan {
  readonly scanId: string;
  /** As scanned or typed. */
  readonly code: string;
  /** By the clock as it was corrected then. */
  readonly scannedAt: Instant;
  /** The correction that is in `scannedAt`. */
  readonly clockOffsetMs: number;
  readonly party?: number;
  /** whom of the family it is of. */
  readonly memberId?: string;
  /** Made with the scan; a correction of the clock leaves it good (`signed-scan.ts`). */
  readonly signature?: { readonly keyId: string; readonly mac: string };
  /** What the rider was shown that the code is, where the phone knew; it is not sent. */
  readonly venue?: VenueView;
}

/** The scan as the service takes it. */
export const scanRequest = (scan: QueuedScan, sentAt: Instant): InputOf<typeof recordScan> => ({
  scanId: scan.scanId,
  code: scan.code,
  scannedAt: scan.scannedAt,
  sentAt: Math.max(sentAt, scan.scannedAt),
  ...(scan.clockOffsetMs !== 0 && { clockOffsetMs: scan.clockOffsetMs }),
  ...(scan.party !== undefined && scan.party > 1 && { party: scan.party }),
  ...(scan.memberId !== undefined && { memberId: scan.memberId }),
  ...(scan.signature && { signature: scan.signature }),
});

/** The scan under a newly found correction of the phone's clock. */
export const withClockOffset = (scan: QueuedScan, clockOffsetMs: number): QueuedScan => {
  const scannedAt = scan.scannedAt + clockOffsetMs - scan.clockOffsetMs;
  return { ...scan, scannedAt, clockOffsetMs, scanId: restamp(scan.scanId, scannedAt) };
};

const timeLength = 10;
const noChance = (size: number) => new Uint8Array(size);

/** The same scan under a corrected time: its part of chance stays, so that it is still one scan and no other. */
export const restamp = (scanId: string, at: Instant): string =>
  newId(at, noChance).slice(0, timeLength) + scanId.slice(timeLength);
