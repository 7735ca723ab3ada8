import { minuteMs } from '../../time';
import type { Step } from '../replay/replay-state';
import { roleOf } from '../replay/venue-role';
import type { ScanFacts } from '../scan-facts';
import { type Around, durationKeys } from './usual-table';

/** How long something took of which scans prove both ends, and what it is an example of. */
export interface ProvenDuration {
  readonly keys: readonly string[];
  readonly minutes: number;
  /**
   * Without a change of trains. A stay whose end is unscanned is mostly of this kind, since of another every carriage would have been left out: the
   * median is theirs, the bound that of all.
   */
  readonly isDirect: boolean;
}

/** A scan and what it meant. */
type MeantScan<S extends ScanFacts> = Pick<Step<S>, 'scan' | 'meaning' | 'refused'>;

/** What is under way: from its first scan, for ships also from the entry before, to the last scan that shows an end. */
interface UnderWay<S extends ScanFacts> {
  readonly starts: readonly S[];
  readonly isStay: boolean;
  endedAt?: number;
  carriages: number;
}

/**
 * The durations that one rider's scans prove, in the order of time: of rides in vehicles from boarding to alighting, of stays behind an entry
 * from it to the last carriage. Never of an inferred end, never of a boarding that was refused (W-32).
 */
export function provenDurations<S extends ScanFacts>(steps: readonly MeantScan<S>[]): readonly ProvenDuration[] {
  const found: ProvenDuration[] = [];
  let underWay: UnderWay<S> | undefined;
  const first = steps[0]?.scan;
  const end = (next?: S) => {
    if (underWay) found.push(...durationsOf(underWay, { next, first }));
    underWay = undefined;
  };
  for (const step of steps) {
    const { scan } = step;
    if (step.meaning === 'repeat') continue;
    if (underWay && goesOn(underWay, step)) {
      underWay.endedAt = scan.scannedAt;
      underWay.carriages += 1;
      continue;
    }
    const entry = entryOf(underWay, scan);
    if (entry && step.meaning === 'enter') continue;
    end(scan);
    if (step.refused) continue;
    if (step.meaning === 'enter') underWay = { starts: [scan], isStay: true, carriages: 0 };
    if (step.meaning === 'board') underWay = { starts: entry ? [scan, entry] : [scan], isStay: false, carriages: 0 };
  }
  end();
  return found;
}

/** Whether a scan shows that what was under way went on until now. */
function goesOn<S extends ScanFacts>(
  { starts: [start], isStay, endedAt }: UnderWay<S>,
  { scan, meaning, refused }: MeantScan<S>,
): boolean {
  if (!start || refused) return false;
  if (isStay) return meaning === 'ride-carriage' && scan.mode === start.mode;
  return meaning === 'alight' && endedAt === undefined && scan.venueId === start.venueId;
}

/** The entry of a dock that this scan follows: window and gate are one entry, and the ship goes from there. */
function entryOf<S extends ScanFacts>(underWay: UnderWay<S> | undefined, scan: S): S | undefined {
  if (scan.mode !== 'ferry' || !underWay?.isStay || underWay.endedAt !== undefined) return undefined;
  const [start] = underWay.starts;
  return start?.mode === 'ferry' && roleOf(scan.mode, scan.venueKind) !== 'vehicle' ? start : undefined;
}

function durationsOf<S extends ScanFacts>({ starts, endedAt, carriages }: UnderWay<S>, around: Around) {
  if (endedAt === undefined) return [];
  return starts.map((start) => ({
    keys: durationKeys(start, around),
    minutes: (endedAt - start.scannedAt) / minuteMs,
    isDirect: carriages <= 1,
  }));
}
