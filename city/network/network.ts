import type { RideSettings } from '@tongcheng/shared/venues/city-settings';
import type { Mode } from '@tongcheng/shared/venues/kinds';
import type { VenueFacts } from '@tongcheng/shared/venues/venue-file';

/** A place with a ride code, as the city's plain files describe it; `venueId` as in the store: `420100-…`. */
export interface Venue extends Omit<VenueFacts, 'id'> {
  readonly venueId: string;
}

/** A stop in the order of its line. */
export interface Stop {
  /** One station of several lines has one id. */
  readonly stopId: string;
  /** Where the stop carries a ride code of its own; docks have theirs in {@link Dock}. */
  readonly station?: Venue;
  /** Seconds of travel from the line's first stop. */
  readonly atSeconds: number;
}

/** A line with its stops and what runs on it. */
export interface Line {
  readonly lineId: string;
  readonly mode: Mode;
  readonly stops: readonly Stop[];
  /** Vehicles in the order they follow one another; a metro train is its carriages. */
  readonly vehicles: readonly (readonly Venue[])[];
}

/** A dock, seen from one of its lines. */
export interface Dock {
  readonly line: Line;
  readonly stopId: string;
  readonly windows: readonly Venue[];
  readonly gates: readonly Venue[];
}

/** The simulated city's network, read from the plain files of a city. Venues for demonstration are in `venues` only. */
export interface Network {
  readonly city: string;
  readonly venues: readonly Venue[];
  readonly lines: readonly Line[];
  readonly docks: readonly Dock[];
  readonly taxis: readonly Venue[];
  readonly closedHours: RideSettings['closedHours'];
}
