import type { Decision, Meaning } from '@tongcheng/shared/rides/meanings';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { Mode } from '@tongcheng/shared/venues/kinds';

/** A scan that the server acknowledged. */
interface AcknowledgedScan {
  readonly scanId: string;
  readonly venueId: string;
  readonly mode: Mode;
  readonly personIndex: number;
  readonly scannedAt: Instant;
  readonly recordedAt: Instant;
  readonly party: number;
  readonly decision: Decision;
  readonly meaning: Meaning;
  /** The whole answer, as the rider saw it. */
  readonly reply: ScanReply;
}

/** A scan or a step of enrolment that the server answered with a failure. */
interface RefusedCall {
  readonly personIndex: number;
  readonly at: Instant;
  readonly operation: string;
  readonly code: string;
}

/** What was acknowledged and refused, in the order of the answers; tests compare it with the report. */
export interface Ledger {
  /** Scans acknowledged, counted also where no entries are held. */
  readonly acknowledged: number;
  readonly refusedByCode: Readonly<Record<string, number>>;
  /** Empty unless `keepLedger` was asked for. */
  readonly scans: readonly AcknowledgedScan[];
  /** Empty unless `keepLedger` was asked for. */
  readonly refused: readonly RefusedCall[];
  /** Scans that phones still keep, to be delivered another day. */
  readonly kept: number;
}

/** Where riders write what the server answered. */
export interface LedgerWriter {
  acknowledged(personIndex: number, reply: ScanReply): void;
  refused(act: RefusedCall): void;
  ledger(kept: number): Ledger;
}

/** A ledger that counts; with `isWhole` it holds every entry. */
export const openLedger = (isWhole: boolean): LedgerWriter => {
  const scans: AcknowledgedScan[] = [];
  const refused: RefusedCall[] = [];
  const refusedByCode: Record<string, number> = {};
  let acknowledged = 0;
  return {
    acknowledged: (personIndex, reply) => {
      acknowledged += 1;
      if (isWhole) scans.push(entryOf(personIndex, reply));
    },
    refused: (act) => {
      refusedByCode[act.code] = (refusedByCode[act.code] ?? 0) + 1;
      if (isWhole) refused.push(act);
    },
    ledger: (kept) => ({ acknowledged, refusedByCode, scans, refused, kept }),
  };
};

function entryOf(personIndex: number, told: ScanReply): AcknowledgedScan {
  const { scanId, venue, meaning, party, scannedAt, recordedAt, verdict } = told;
  return {
    scanId,
    venueId: venue.venueId,
    mode: venue.mode,
    personIndex,
    scannedAt,
    recordedAt,
    party,
    decision: verdict.decision,
    meaning,
    reply: told,
  };
}
