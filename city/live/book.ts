import type { ScanReply } from '@tongcheng/shared/rides/wire';
import type { AcknowledgedScan, Ledger, RefusedAct } from './ledger';

/** Where riders write what the server answered. */
export interface Book {
  acknowledged(personIndex: number, reply: ScanReply): void;
  refused(act: RefusedAct): void;
  ledger(kept: number): Ledger;
}

/** A book that counts; with `isWhole` it holds every entry. */
export const openBook = (isWhole: boolean): Book => {
  const scans: AcknowledgedScan[] = [];
  const refused: RefusedAct[] = [];
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
    told,
  };
}
