import type { Meaning } from '../meanings';
import type { ScanFacts } from '../scan-facts';
import { board, endsOpen, enter, rideCarriage } from './apply-scan';
import { lastLegAt, repeat } from './repeat';
import { longestRideMs, type ReplayState, type Step } from './replay-state';
import { roleOf } from './venue-role';

/**
 * Applies a scan as the rider says it was meant; undefined where that makes no sense at this kind of venue or at this point
 * of the replay, and the derived meaning stays. Every scan remains in a ride.
 */
export const applyCorrected = <S extends ScanFacts>(
  state: ReplayState<S>,
  scan: S,
  meaning: Meaning,
): Step<S> | undefined => {
  const role = roleOf(scan.mode, scan.venueKind);
  switch (meaning) {
    case 'repeat':
      return follows(state, scan) ? repeat(state, scan) : undefined;
    case 'enter':
      return role === 'entry' ? enter(state, scan) : undefined;
    case 'ride-carriage':
      return role === 'carriage' || role === 'tram' ? rideCarriage(state, scan) : undefined;
    case 'board':
      return canBoard(role) ? board(state, scan, role !== 'vehicle') : undefined;
    case 'alight':
      return canBoard(role) ? (endsOpen(state, scan) ?? alightUnboarded(state, scan)) : undefined;
  }
};

const canBoard = (role: ReturnType<typeof roleOf>): boolean => role !== 'entry' && role !== 'carriage';

/** A repeat needs something to repeat: a ride here that can still be under way. */
function follows<S extends ScanFacts>({ legs, settings }: ReplayState<S>, scan: S): boolean {
  const leg = lastLegAt(legs, scan.venueId);
  return leg !== undefined && scan.scannedAt - leg.from < longestRideMs(scan.mode, settings);
}

/** The boarding was not scanned: as after a carriage without its station, the ride began at the earliest that it can have. */
function alightUnboarded<S extends ScanFacts>(state: ReplayState<S>, scan: S): Step<S> {
  const step = rideCarriage(state, scan);
  state.inside = undefined;
  return { ...step, meaning: 'alight' };
}
