import { type Instant, minuteMs } from '../../time';
import type { RideSettings } from '../../venues/city-settings';
import { type Mode, modes } from '../../venues/kinds';
import type { Meaning } from '../meanings';
import type { ScanFacts } from '../scan-facts';

/** What a replay needs of the city's settings. */
export type ReplaySettings = Pick<RideSettings, 'repeatWithinSeconds' | 'longestRideMinutes'>;

/** A ride during the replay: the ends that scans prove, and the scan elsewhere that bounds it. */
export interface Leg<S extends ScanFacts> {
  readonly place: S;
  readonly scans: S[];
  readonly from: Instant;
  readonly fromInferred: boolean;
  /** When a scan ended it. */
  endedAt?: Instant;
  /** When the rider scanned elsewhere: by then it was over. */
  leftBy?: Instant;
}

/** One scan with its meaning; `entryMissing` where an entry should have come first (W-11, W-14). */
export interface Step<S extends ScanFacts> {
  readonly scan: S;
  readonly meaning: Meaning;
  readonly entryMissing: boolean;
  /** W-32: the ride that this scan was to begin did not begin. */
  readonly refused?: true;
}

/** A rider inside a system: since the entry, or since the last carriage scanned. */
export interface Inside<S extends ScanFacts> {
  readonly mode: Mode;
  readonly since: Instant;
  /** The entry, while no vehicle has claimed it. */
  readonly entry?: Leg<S>;
}

/** Where a rider is after the scans applied so far; changed in place by the steps of one replay, seen by nobody else. */
export interface ReplayState<S extends ScanFacts> {
  readonly settings: ReplaySettings;
  readonly legs: Leg<S>[];
  readonly steps: Step<S>[];
  readonly lastAt: Map<string, Instant>;
  /** Venues where the rider was turned away at the last scan. */
  readonly turnedAwayAt: Set<string>;
  open: Leg<S> | undefined;
  inside: Inside<S> | undefined;
}

/** The longest ride of a mode, in ms. */
export const longestRideMs = (mode: Mode, settings: Pick<RideSettings, 'longestRideMinutes'>): number =>
  settings.longestRideMinutes[mode] * minuteMs;

/** The longest ride of any mode, in ms: after a pause as long as this nothing is under way. */
export const longestRideOfAnyModeMs = (settings: Pick<RideSettings, 'longestRideMinutes'>): number =>
  Math.max(...modes.map((mode) => longestRideMs(mode, settings)));

/** Begins a leg with the scan that names its place. */
export const beginLeg = <S extends ScanFacts>(
  state: ReplayState<S>,
  leg: Pick<Leg<S>, 'place' | 'scans' | 'from' | 'fromInferred'>,
): Leg<S> => {
  const begun: Leg<S> = { ...leg };
  state.legs.push(begun);
  return begun;
};

/** Whatever was under way is over, because the rider scanned elsewhere. */
export const endUnderWay = <S extends ScanFacts>(state: ReplayState<S>, at: Instant): void => {
  if (state.open) state.open.leftBy = at;
  if (state.inside?.entry) state.inside.entry.leftBy = at;
  state.open = undefined;
  state.inside = undefined;
};

/** The inside that a scan follows: of its own mode, and no longer ago than the longest ride. */
export const insideOf = <S extends ScanFacts>({ inside, settings }: ReplayState<S>, scan: S): Inside<S> | undefined => {
  if (inside?.mode !== scan.mode) return undefined;
  return scan.scannedAt - inside.since < longestRideMs(scan.mode, settings) ? inside : undefined;
};

/** The scans of the leg that `scan` begins: those of an entry go over to the vehicle that follows it, and the entry is no leg of its own. */
export const claimEntry = <S extends ScanFacts>(state: ReplayState<S>, scan: S): S[] => {
  const entry = insideOf(state, scan)?.entry;
  if (!entry) return [scan];
  state.legs.splice(state.legs.indexOf(entry), 1);
  state.inside = undefined;
  return [...entry.scans, scan];
};
