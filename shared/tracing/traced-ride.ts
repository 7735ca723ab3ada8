import type { ClosingReason, ScanFlag } from '../rides/meanings';
import type { Instant } from '../time';
import type { Mode } from '../venues/kinds';

/** Modes of a city, and coaches: a coach's departure is a ride of those on its manifest. */
export type TracedMode = Mode | 'coach';

/** A half-open interval. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** An end that no scan proves, and the rule that gave it (W-27); of a beginning: the rider's entry, or the longest ride where none was scanned. */
export type InferredEnd =
  | { readonly end: 'from'; readonly by: 'entry' | 'longest-ride' }
  | { readonly end: 'to'; readonly by: Exclude<ClosingReason, 'scan'> | 'still-open' | 'end-of-line' };

/** How sure it is that a rider was aboard, the surest first. Codes are for ever. */
export const certainties = ['proven', 'likely', 'possible'] as const;
export type Certainty = (typeof certainties)[number];

/** When a rider was aboard. Each span lies within the one after it. */
export interface Aboard {
  /** Between two scans aboard. Absent where there are none. */
  readonly proven?: Span;
  /** Until the usual end, or the end that the closing gave. */
  readonly likely: Span;
  /** Until they must have left. */
  readonly possible: Span;
}

/** Which calls of its vehicle on the service day a rider travelled between, numbered in the order of the vehicle. */
interface Calls {
  readonly boarding: number;
  readonly alighting: number;
}

/** A ride as tracing needs it: who, in what, when, and how much of that is proven. */
export interface TracedRide {
  /** Whose: told apart from others, and no more. */
  readonly rider: string;
  readonly mode: TracedMode;
  /** What riders shared: the vehicle, the carriage, the ship, or the departure of a coach. */
  readonly placeId: string;
  readonly aboard: Aboard;
  readonly inferred: readonly InferredEnd[];
  /** From a timetable or the vehicle's positions, where there are any. */
  readonly calls?: Calls;
  /** Of a ship: the sailing by its timetable. */
  readonly sailingId?: string;
  /** Of a ship: the dock where the rider entered. */
  readonly dockId?: string;
  /** The station that the rider entered for this ride. */
  readonly entryId?: string;
  /** What its place runs in, as feeds name vehicles: of a carriage the train. Absent where no feed can know. */
  readonly vehicleId?: string;
  /** Of a change without an entry: from which vehicle, and when the rider scanned before leaving it. */
  readonly changedFrom?: { readonly vehicleId: string; readonly at: Instant };
  /** How many rode on this scan, the rider included. */
  readonly party: number;
  /** Doubts about any scan of it: shown, never a reason to leave it out. */
  readonly flags: readonly ScanFlag[];
}
