import type { ExceptionReason, RefusalReason } from '@tongcheng/shared/rides/boarding-reasons';
import type { Decision, Meaning } from '@tongcheng/shared/rides/meanings';
import type { FeedScan, ScanReply, StaffName } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { Mode } from '@tongcheng/shared/venues/kinds';
import type { VenueView } from '@tongcheng/shared/venues/wire';

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
  /** The answer, as the rider or whoever registered them saw it. */
  readonly reply: Answered;
  /** Who registered: the rider, their family, or staff by name. */
  readonly by: 'rider' | 'family' | StaffName;
  /** What staff made of the verdict, where they did not leave it at that (W-32). */
  readonly decided?: StaffDecided;
}

/** What tells of a scan, whoever saw the answer. */
type Answered = Pick<ScanReply, 'venue' | 'flags'> & {
  readonly verdict: Pick<ScanReply['verdict'], 'decision' | 'reasons' | 'colour'>;
};

/** A decision of staff about a boarding. */
interface StaffDecided {
  readonly outcome: 'let-on' | 'refused';
  readonly reason: ExceptionReason | RefusalReason;
  readonly by: StaffName;
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
  /** How often others than the rider acted; counted also where no entries are held. */
  readonly help: HelpCounts;
}

/** What staff and families did, and what the server refused staff. */
interface HelpCounts {
  readonly registered: number;
  readonly byCommunityWorkers: number;
  readonly forFamily: number;
  readonly letOn: number;
  readonly turnedAway: number;
  readonly refusedByCode: Readonly<Record<string, number>>;
}

/** Where riders write what the server answered. */
export interface LedgerWriter {
  acknowledged(personIndex: number, reply: ScanReply, isFamily: boolean): void;
  /** Staff registered somebody. */
  registered(personIndex: number, venue: VenueView, item: FeedScan, by: StaffName): void;
  /** Staff decided about a scan. */
  decided(scanId: string, decided: StaffDecided): void;
  staffRefused(operation: string, code: string): void;
  refused(act: RefusedCall): void;
  ledger(kept: number): Ledger;
}

/** A ledger that counts; with `isWhole` it holds every entry. */
export const openLedger = (isWhole: boolean): LedgerWriter => {
  const scans: AcknowledgedScan[] = [];
  const refused: RefusedCall[] = [];
  const refusedByCode: Record<string, number> = {};
  const staffRefused: Record<string, number> = {};
  const help = { registered: 0, byCommunityWorkers: 0, forFamily: 0, letOn: 0, turnedAway: 0 };
  let acknowledged = 0;
  const add = (scan: () => AcknowledgedScan) => {
    acknowledged += 1;
    if (isWhole) scans.push(scan());
  };
  return {
    acknowledged: (personIndex, reply, isFamily) => {
      if (isFamily) help.forFamily += 1;
      add(() => entryOf(personIndex, reply, isFamily));
    },
    registered: (personIndex, venue, item, by) => {
      help.registered += 1;
      if (by.role === 'community-worker') help.byCommunityWorkers += 1;
      add(() => registeredEntry(personIndex, venue, item, by));
    },
    decided: (scanId, decided) => {
      help[decided.outcome === 'let-on' ? 'letOn' : 'turnedAway'] += 1;
      const at = scans.findLastIndex((scan) => scan.scanId === scanId);
      const scan = scans[at];
      if (scan) scans[at] = { ...scan, decided };
    },
    staffRefused: (operation, code) => {
      const what = `${operation} ${code}`;
      staffRefused[what] = (staffRefused[what] ?? 0) + 1;
    },
    refused: (act) => {
      refusedByCode[act.code] = (refusedByCode[act.code] ?? 0) + 1;
      if (isWhole) refused.push(act);
    },
    ledger: (kept) => ({
      ...{ acknowledged, refusedByCode, scans, refused, kept },
      help: { ...help, refusedByCode: staffRefused },
    }),
  };
};

function entryOf(personIndex: number, told: ScanReply, isFamily: boolean): AcknowledgedScan {
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
    by: isFamily ? 'family' : 'rider',
  };
}

function registeredEntry(personIndex: number, venue: VenueView, item: FeedScan, by: StaffName): AcknowledgedScan {
  const { scanId, meaning, party, scannedAt, recordedAt, decision, reasons, colour, flags } = item;
  return {
    ...{
      scanId,
      venueId: venue.venueId,
      mode: venue.mode,
      personIndex,
      scannedAt,
      recordedAt,
      party,
      decision,
      meaning,
    },
    reply: { venue, flags, verdict: { decision, reasons, ...(colour !== undefined && { colour }) } },
    by,
  };
}
