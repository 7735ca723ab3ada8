import type { Day, Instant } from '@tongcheng/shared/time';
import type { SeenScan } from '@tongcheng/shared/tracing/forwarded/seen-scan';
import type { TracedMode, TracedRide } from '@tongcheng/shared/tracing/traced-ride';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { KeyClass } from '../../../vault/vault';

/** Whose rides are looked at, and in which time. */
export interface TraceQuestion {
  readonly city: string;
  readonly settings: CitySettings;
  /** Of the index rider: the person and the accounts that rode before they were authenticated (`p_…`, `a_…`). */
  readonly subjects: readonly string[];
  /** What a manifest of coaches knows them by (`vault.subjectOf`): the holder of a document, enrolled or not. */
  readonly documentSubject: string;
  /** Service days, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Instant;
}

/** A ride with the day under whose key its rider is sealed. `rider` is the day and the pseudonym of that day: nothing links two days. */
export interface SourcedRide extends TracedRide {
  readonly day: Day;
  /** Opens with the day's key of its class: of a scan whose it is, of a coach's passenger who they are. */
  readonly seal: { readonly of: KeyClass; readonly recordId: string; readonly sealed: string };
  /** The scans that it consists of, by id. */
  readonly scanIds: readonly string[];
}

/** What a source knows of the index rider. */
export interface IndexRides {
  readonly rides: readonly SourcedRide[];
  /** Rides that no scan places in a vehicle, carriage or ship: they match nobody. */
  readonly unplaced: readonly { readonly day: Day; readonly mode: TracedMode }[];
  /** Days of which nothing can be opened: the key is destroyed, or nobody scanned. */
  readonly closedDays: readonly Day[];
}

/** What a source knows of the places of the index rider: rides of others, and every scan that was read there, whosever. */
export interface BesideRides {
  readonly rides: readonly SourcedRide[];
  readonly seen: readonly SeenScan[];
}

/**
 * Where rides come from: scans of a city, manifests of coaches. What either reads is set by the case: a rider on a day, a place on a day or a
 * departure, never a day.
 */
export interface RideSource {
  /** The rides of the index rider that began in the time asked. */
  ridesOf(question: TraceQuestion): Promise<IndexRides>;
  /** Every ride of others in the same places that can have met one of these; and more, which the rules leave out. */
  ridesBeside(question: TraceQuestion, index: readonly SourcedRide[]): Promise<BesideRides>;
}
