import type { Instant } from '@tongcheng/shared/time';
import type { ScanRecord } from '../scan-record';

/** What came of somebody at a venue: the verdict, or what staff decided against it (W-32). */
export type BoardingOutcome = 'admit' | 'refer' | 'refuse' | 'let-on';

/** A scan as it reads at this point: what it means, and what came of it. */
export interface CountedScan {
  readonly meaning: ScanRecord['meaning'];
  readonly outcome: BoardingOutcome;
}

/** How a record changes what is counted: what to take back, and what to count in its place. */
interface CountChange {
  readonly before?: CountedScan;
  readonly after: CountedScan;
}

interface ChangedScan extends CountedScan {
  readonly meantAt: Instant;
  readonly decidedAt: Instant;
}

/** What a record changes; undefined where a later word is known already. */
export type CountChangeBy = (record: ScanRecord) => CountChange | undefined;

/** Follows corrections by riders and decisions by staff, so that a scan is counted as it reads now. Remembers changed scans only. */
export const openCountedScans = (): CountChangeBy => {
  const changed = new Map<string, ChangedScan>();
  return (record) => {
    const { corrects, meaning, recordedAt, decision } = record;
    if (!corrects) return { after: { meaning, outcome: decision } };
    const first = { meaning: corrects.answered, outcome: decision, meantAt: 0, decidedAt: 0 };
    const before: ChangedScan = changed.get(corrects.scan) ?? first;
    if (recordedAt <= (corrects.boarding ? before.decidedAt : before.meantAt)) return undefined;
    const after: ChangedScan = corrects.boarding
      ? { ...before, meaning, outcome: outcomeOf(corrects.boarding.outcome), decidedAt: recordedAt }
      : { ...before, meaning, meantAt: recordedAt };
    changed.set(corrects.scan, after);
    return { before, after };
  };
};

const outcomeOf = (outcome: 'refused' | 'let-on'): BoardingOutcome => (outcome === 'refused' ? 'refuse' : outcome);

/** Whether a scan is somebody new at its venue: a repeat or an alighting is not. */
export const isNewcomer = ({ meaning }: CountedScan): boolean => meaning !== 'repeat' && meaning !== 'alight';
