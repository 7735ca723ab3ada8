import type { InputOf } from '@tongcheng/shared/endpoint';
import { hmacSha256 } from '@tongcheng/shared/hmac-sha-256';
import { newId } from '@tongcheng/shared/ids';
import type { recordScan } from '@tongcheng/shared/rides/api';
import { signedScanText } from '@tongcheng/shared/rides/signed-scan';
import type { RoughPosition, ScanReply } from '@tongcheng/shared/rides/wire';
import type { Text } from '@tongcheng/shared/text';
import type { Instant } from '@tongcheng/shared/time';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import type { Records } from '../../client/records';
import { sessionRecord } from '../../client/session-record';

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
  /** Roughly where the phone was, if the rider lets it be sent. */
  readonly position?: RoughPosition;
  /** Made with the scan; a correction of the clock leaves it good (`signed-scan.ts`). */
  readonly signature?: { readonly keyId: string; readonly mac: string };
  /** What the rider was shown that the code is, where the phone knew; it is not sent. */
  readonly venue?: VenueView;
}

/** What became of a scan: registered with its verdict, kept on the phone, or refused with a reason. */
export type ScanOutcome =
  | {
      readonly is: 'recorded';
      readonly reply: ScanReply;
      readonly serverAt: Instant;
      readonly shown?: VenueView;
      readonly family?: readonly ScanReply[];
    }
  | { readonly is: 'kept'; readonly scan: QueuedScan }
  | { readonly is: 'refused'; readonly code: string; readonly reason: Text };

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
  ...(scan.position && { position: scan.position }),
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

/** Signs a scan with the key of the session at hand. Without a key it stays unsigned, and the service will say so. */
export function signScan(records: Records, scan: QueuedScan): QueuedScan {
  const state = records.read(sessionRecord);
  const signing = state.is === 'held' ? state.session.signing : undefined;
  if (!signing) return scan;
  const mac = hexOf(hmacSha256(bytesOf(signing.key), signedScanText(scan)));
  return { ...scan, signature: { keyId: signing.keyId, mac } };
}

const hexOf = (bytes: Uint8Array): string => {
  let text = '';
  for (let i = 0; i < bytes.length; i += 1) text += `0${(bytes[i] ?? 0).toString(16)}`.slice(-2);
  return text;
};

const bytesOf = (hex: string): Uint8Array => {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  return bytes;
};
