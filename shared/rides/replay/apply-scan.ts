import type { ScanFacts } from '../scan-facts';
import { refuseBoarding } from './refused-boarding';
import {
  beginLeg,
  claimEntry,
  endUnderWay,
  insideOf,
  type Leg,
  longestRideMs,
  type ReplayState,
  type Step,
} from './replay-state';
import { roleOf } from './venue-role';

/**
 * Applies a scan that is no repeat. Every mode and kind of venue has a meaning. One that was refused still ends or goes on with
 * the ride under way here, but begins none (W-32).
 */
export const applyScan = <S extends ScanFacts>(state: ReplayState<S>, scan: S): Step<S> => {
  if (scan.gate === 'exit') return leave(state, scan);
  if (scan.gate === 'boarding') return board(state, scan, false);
  switch (roleOf(scan.mode, scan.venueKind)) {
    case 'entry':
      return enter(state, scan);
    case 'carriage':
      return scan.refused && !insideOf(state, scan) ? refuseBoarding(state, scan) : rideCarriage(state, scan);
    case 'vehicle':
      return boardOrAlight(state, scan, false);
    case 'ship':
      return boardOrAlight(state, scan, true);
    case 'tram':
      return insideOf(state, scan) ? rideCarriage(state, scan) : boardOrAlight(state, scan, true);
  }
};

/** At a dock, window and gate are one entry; two stations are two. */
export function enter<S extends ScanFacts>(state: ReplayState<S>, scan: S): Step<S> {
  if (scan.refused) return refuseBoarding(state, scan);
  const scans = scan.mode === 'ferry' ? claimEntry(state, scan) : [scan];
  endUnderWay(state, scan.scannedAt);
  const entry = beginLeg(state, { place: scan, scans, from: scan.scannedAt, fromInferred: false });
  state.inside = { mode: scan.mode, since: scan.scannedAt, entry };
  return { scan, meaning: 'enter', entryMissing: false };
}

/** A carriage is scanned before leaving it: the ride ends here and began, by inference, at the entry or the last carriage. */
export function rideCarriage<S extends ScanFacts>(state: ReplayState<S>, scan: S): Step<S> {
  const since = insideOf(state, scan)?.since;
  const from = since ?? earliestBoarding(state, scan);
  const scans = claimEntry(state, scan);
  endUnderWay(state, scan.scannedAt);
  beginLeg(state, { place: scan, scans, from, fromInferred: true }).endedAt = scan.scannedAt;
  state.inside = { mode: scan.mode, since: scan.scannedAt };
  return { scan, meaning: 'ride-carriage', entryMissing: since === undefined };
}

/** Without an entry: not before the rider's scan before, and not longer ago than the longest ride. */
function earliestBoarding<S extends ScanFacts>({ steps, settings }: ReplayState<S>, scan: S): number {
  const before = steps[steps.length - 1]?.scan.scannedAt ?? Number.NEGATIVE_INFINITY;
  return Math.max(before, scan.scannedAt - longestRideMs(scan.mode, settings));
}

function boardOrAlight<S extends ScanFacts>(state: ReplayState<S>, scan: S, entryExpected: boolean): Step<S> {
  return endsOpen(state, scan) ?? board(state, scan, entryExpected);
}

/** Begins a ride here, whatever was under way. */
export function board<S extends ScanFacts>(state: ReplayState<S>, scan: S, entryExpected: boolean): Step<S> {
  if (scan.refused) return refuseBoarding(state, scan);
  const entryMissing = entryExpected && insideOf(state, scan) === undefined;
  const scans = claimEntry(state, scan);
  endUnderWay(state, scan.scannedAt);
  state.open = beginLeg(state, { place: scan, scans, from: scan.scannedAt, fromInferred: false });
  return { scan, meaning: 'board', entryMissing };
}

/**
 * W-20: a tap on the way out ends what is under way here: the ride in this vehicle, or the one that began at the gate of another station. Where
 * nothing is known to be under way it began at the earliest that it can have.
 */
function leave<S extends ScanFacts>(state: ReplayState<S>, scan: S): Step<S> {
  const inVehicle = endsOpen(state, scan);
  if (inVehicle) return inVehicle;
  const entry = insideOf(state, scan)?.entry;
  if (entry) {
    state.inside = undefined;
    return alight(state, entry, scan);
  }
  const step = rideCarriage(state, scan);
  state.inside = undefined;
  return { ...step, meaning: 'alight' };
}

/** The same vehicle within the longest ride; after that it is a new boarding, not a ride of nine hours (W-27). */
function endsWith<S extends ScanFacts>({ settings }: ReplayState<S>, leg: Leg<S>, scan: S): boolean {
  if (leg.place.venueId !== scan.venueId) return false;
  return scan.scannedAt - leg.from < longestRideMs(scan.mode, settings);
}

/** Ends the ride that is under way in this vehicle, if there is one. */
export function endsOpen<S extends ScanFacts>(state: ReplayState<S>, scan: S): Step<S> | undefined {
  return state.open && endsWith(state, state.open, scan) ? alight(state, state.open, scan) : undefined;
}

function alight<S extends ScanFacts>(state: ReplayState<S>, leg: Leg<S>, scan: S): Step<S> {
  leg.scans.push(scan);
  leg.endedAt = scan.scannedAt;
  state.open = undefined;
  return { scan, meaning: 'alight', entryMissing: false };
}
