import type { ScanRecord } from '../scan-record';
import { type CountedScan, isNewcomer, openCountedScans } from './counted-scans';

/** People who were refused or let on after all, of one mode and line, for one reason. */
export interface RefusalSum {
  readonly outcome: 'refuse' | 'let-on';
  readonly mode: ScanRecord['mode'];
  readonly lineId?: string;
  /** A venue of the line, which knows its name. */
  readonly venueId: string;
  readonly by: 'verdict' | 'staff';
  /** Of the verdict, or of staff's decision. */
  readonly reason: string;
  people: number;
}

/** Refusals of a city's day (W-32), kept up to date scan by scan. */
export interface RefusalTally {
  add(record: ScanRecord): void;
  people(outcome: RefusalSum['outcome']): number;
  /** Those with anybody in them. */
  sums(): readonly RefusalSum[];
}

/** No refusals yet. */
export const openRefusalTally = (): RefusalTally => {
  const sums = new Map<string, RefusalSum>();
  /** Under which sum a scan stands, where staff decided about it. */
  const heldIn = new Map<string, RefusalSum>();
  const changeBy = openCountedScans();
  const sumOf = (record: ScanRecord, counted: CountedScan): RefusalSum | undefined => {
    const { outcome } = counted;
    if (!isNewcomer(counted) || outcome === 'admit' || outcome === 'refer') return undefined;
    const found = newSum(record, outcome);
    const key = [outcome, found.mode, found.lineId ?? '', found.by, found.reason].join('|');
    const sum = sums.get(key) ?? found;
    sums.set(key, sum);
    return sum;
  };
  return {
    add: (record) => {
      const change = changeBy(record);
      if (!change) return;
      const scan = record.corrects?.scan ?? record._id;
      const before = heldIn.get(scan) ?? (change.before && sumOf(withoutDecision(record), change.before));
      if (before) before.people -= record.party;
      const meantOtherwise = record.corrects !== undefined && !record.corrects.boarding;
      const again = meantOtherwise && before && isNewcomer(change.after);
      const after = again ? before : sumOf(record, change.after);
      if (after) after.people += record.party;
      if (!record.corrects) return;
      if (after) heldIn.set(scan, after);
      else heldIn.delete(scan);
    },
    people: (outcome) =>
      [...sums.values()].reduce((total, sum) => (sum.outcome === outcome ? total + sum.people : total), 0),
    sums: () => [...sums.values()].filter(({ people }) => people > 0),
  };
};

function newSum(record: ScanRecord, outcome: RefusalSum['outcome']): RefusalSum {
  const { mode, lineId, venueId, corrects, reasons } = record;
  const boarding = corrects?.boarding;
  const why = boarding
    ? ({ by: 'staff', reason: boarding.reason } as const)
    : ({ by: 'verdict', reason: reasons[0] ?? 'other' } as const);
  return { outcome, mode, venueId, ...(lineId !== undefined && { lineId }), ...why, people: 0 };
}

function withoutDecision(record: ScanRecord): ScanRecord {
  const { corrects: _corrects, ...scan } = record;
  return scan;
}
