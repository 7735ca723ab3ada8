import type { Text } from '@tongcheng/shared/text';
import type { RideSettings } from '@tongcheng/shared/venues/city-settings';
import type { Mode, VenueKind } from '@tongcheng/shared/venues/kinds';

/** A place with a ride code, as the city's plain files describe it. */
export interface Venue {
  /** As in the store: `420100-…`. */
  readonly venueId: string;
  readonly mode: Mode;
  readonly kind: VenueKind;
  readonly name: Text;
  readonly lineId?: string;
  readonly lat?: number;
  readonly lng?: number;
  readonly demonstration: boolean;
}

/** A stop in the order of its line; `station` where it carries ride codes of its own. */
export interface Stop {
  readonly name: string;
  readonly station?: Venue;
  /** Seconds of travel from the line's first stop. */
  readonly atSeconds: number;
}

/** A line with its stops and what runs on it. */
export interface Line {
  readonly lineId: string;
  readonly mode: Mode;
  readonly name: Text;
  readonly stops: readonly Stop[];
  /** Vehicles in the order they follow one another; a metro train is its carriages. */
  readonly vehicles: readonly (readonly Venue[])[];
}

/** Windows and gates of a dock, and the line of its ships. */
export interface Dock {
  readonly line: Line;
  readonly name: string;
  readonly windows: readonly Venue[];
  readonly gates: readonly Venue[];
}

/** The simulated city's real network, read from the plain files of a city. */
export interface Network {
  readonly city: string;
  readonly venues: readonly Venue[];
  readonly lines: readonly Line[];
  readonly docks: readonly Dock[];
  readonly taxis: readonly Venue[];
  readonly closedHours: RideSettings['closedHours'];
}
