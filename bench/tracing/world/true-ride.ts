import type { Mode, VenueKind } from '@tongcheng/shared/venues/kinds';

/** How somebody was really carried. */
export interface TrueRide {
  readonly rider: string;
  readonly mode: Mode | 'coach';
  /** Vehicle, carriage, ship, car or departure. */
  readonly placeId: string;
  /** Which run, crossing or hire it was. */
  readonly runId: string;
  /** Stops of the vehicle's day between which they were carried. */
  readonly boarding: number;
  readonly alighting: number;
  readonly boardedAt: number;
  readonly alightedAt: number;
}

/** A scan that somebody would make who forgets none. */
export interface WorldScan {
  readonly scannedAt: number;
  readonly venueId: string;
  readonly mode: Mode;
  readonly venueKind: VenueKind;
  readonly lineId?: string;
  readonly lat?: number;
  readonly lng?: number;
  readonly refused?: true;
  readonly party: number;
  /** Of a second scan: it is made where the share of those who make it is above this. */
  readonly madeAbove?: number;
}

/** What one rider did on a day. */
export interface RiderDay {
  readonly rider: string;
  readonly rides: readonly TrueRide[];
  readonly scans: readonly WorldScan[];
}

/** A trip: what was ridden, what was scanned, and when the rider was free again. */
export interface WorldTrip {
  readonly rides: readonly TrueRide[];
  readonly scans: readonly WorldScan[];
  readonly endsAt: number;
}
