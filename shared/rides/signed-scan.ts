import type { Instant } from '../time';

/** What a phone signs of a scan when it is made. */
export interface SignedFacts {
  readonly scanId: string;
  readonly code: string;
  readonly scannedAt: Instant;
  readonly clockOffsetMs?: number;
  readonly party?: number;
  readonly memberId?: string;
}

/** Length of the part of an id that holds the time. */
const timeLength = 10;

/**
 * The text that is signed: the chance in the id, the code, the phone's own uncorrected clock, party and member. A
 * later correction of the clock changes id and time together, and none of these: the signature of the making stays good.
 */
export const signedScanText = ({ scanId, code, scannedAt, clockOffsetMs = 0, party = 1, memberId = '' }: SignedFacts) =>
  ['tongcheng-scan-1', scanId.slice(timeLength), code, scannedAt - clockOffsetMs, party, memberId].join('\n');
