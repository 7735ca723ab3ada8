import type { Meaning } from '../meanings';
import type { ScanFacts } from '../scan-facts';
import { lastLegAt, repeat } from './repeat';
import { claimEntry, endUnderWay, insideOf, type ReplayState, type Step } from './replay-state';
import { type Role, roleOf } from './venue-role';

/**
 * W-32: a scan that would have begun a ride, of a rider who was turned away. No ride begins; what was under way elsewhere is
 * over, for the rider is here; whoever is turned away at the door of a ship did not sail, although they passed the dock.
 */
export const refuseBoarding = <S extends ScanFacts>(state: ReplayState<S>, scan: S): Step<S> => {
  const role = roleOf(scan.mode, scan.venueKind);
  const entryMissing = role !== 'entry' && role !== 'vehicle' && insideOf(state, scan) === undefined;
  if (scan.mode === 'ferry') claimEntry(state, scan);
  endUnderWay(state, scan.scannedAt);
  return { scan, meaning: attempted(role), entryMissing, refused: true };
};

/**
 * A scan again within the time of a repeat, with a no this time: the boarding that it repeats is taken back. After an end that
 * a scan proves it changes nothing: they had ridden. Nor does it where staff had let them on: it is the same no that staff overruled.
 */
export const repeatRefused = <S extends ScanFacts>(state: ReplayState<S>, scan: S): Step<S> => {
  if (state.turnedAwayAt.has(scan.venueId)) return { scan, meaning: 'repeat', entryMissing: false, refused: true };
  const leg = lastLegAt(state.legs, scan.venueId);
  if (leg?.place.venueId !== scan.venueId || leg.endedAt !== undefined) return repeat(state, scan);
  if (scan.staffDecision === undefined && leg.scans.some(wasLetOnAt(scan.venueId))) return repeat(state, scan);
  state.legs.splice(state.legs.indexOf(leg), 1);
  endUnderWay(state, scan.scannedAt);
  return { scan, meaning: attempted(roleOf(scan.mode, scan.venueKind)), entryMissing: false, refused: true };
};

const wasLetOnAt = (here: string) => (scan: ScanFacts) =>
  scan.venueId === here && scan.staffDecision?.outcome === 'let-on';

/** What the rider was about to do. */
function attempted(role: Role): Meaning {
  switch (role) {
    case 'entry':
      return 'enter';
    case 'carriage':
      return 'ride-carriage';
    case 'vehicle':
    case 'ship':
    case 'tram':
      return 'board';
  }
}
