import type { ScanFacts } from '../scan-facts';
import { endUnderWay, type Leg, type ReplayState, type Step } from './replay-state';
import { roleOf } from './venue-role';

/** Whether the same code was scanned so shortly before that this repeats it. */
export const isRepeat = <S extends ScanFacts>({ lastAt, settings }: ReplayState<S>, scan: S): boolean => {
  const last = lastAt.get(scan.venueId);
  return last !== undefined && scan.scannedAt - last < settings.repeatWithinSeconds * 1_000;
};

/** A repeat never makes a second ride: it extends the leg of its venue, and opens that again if a scan elsewhere had ended it. */
export const repeat = <S extends ScanFacts>(state: ReplayState<S>, scan: S): Step<S> => {
  const leg = lastLegAt(state.legs, scan.venueId);
  if (leg) {
    leg.scans.push(scan);
    extend(state, leg, scan);
  }
  return { scan, meaning: 'repeat', entryMissing: false };
};

/** The latest ride to which a scan at this venue belongs. */
export function lastLegAt<S extends ScanFacts>(legs: readonly Leg<S>[], venueId: string): Leg<S> | undefined {
  for (let i = legs.length - 1; i >= 0; i -= 1) {
    const leg = legs[i];
    if (leg?.scans.some((scan) => scan.venueId === venueId)) return leg;
  }
  return undefined;
}

function extend<S extends ScanFacts>(state: ReplayState<S>, leg: Leg<S>, scan: S): void {
  if (leg.place.venueId !== scan.venueId) return;
  if (leg.endedAt !== undefined) {
    leg.endedAt = scan.scannedAt;
    return;
  }
  if (leg.leftBy !== undefined) reopen(state, leg, scan);
}

function reopen<S extends ScanFacts>(state: ReplayState<S>, leg: Leg<S>, scan: S): void {
  endUnderWay(state, scan.scannedAt);
  delete leg.leftBy;
  if (roleOf(scan.mode, scan.venueKind) === 'entry') state.inside = { mode: scan.mode, since: leg.from, entry: leg };
  else state.open = leg;
}
