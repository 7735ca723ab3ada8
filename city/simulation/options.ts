import type { Transport } from '@tongcheng/shared/client';
import type { Day, Instant } from '@tongcheng/shared/time';
import type { Network } from '../network/network';
import type { Person, RiderApp } from '../people/person';
import type { Posters } from '../riders/rider-needs';
import type { StaffPost } from '../staff/post';
import type { CityState } from '../state';

/** What the living city needs of its host. */
export interface SimulationOptions {
  /** The same seed lives the same days. */
  readonly seed: string;
  /** Carries calls to the product; in-process or over HTTP. */
  readonly transport: Transport;
  /** Each phone has an address of its own, and limits count by address: a transport for one person, see `addressOf`. */
  readonly transportOf?: (personIndex: number) => Transport;
  /** A one-time sign-in code of a person's app for a subject. */
  readonly signInCode: (subject: string, app: RiderApp) => Promise<string>;
  /** The code of a consent in the app's own dialog; without it every rider types. */
  readonly consentCode?: (subject: string, app: RiderApp) => Promise<string>;
  readonly posters: Posters;
  /** An invitation for a post of staff. With it staff and families help whoever has no phone; without it everybody has one. */
  readonly invite?: (post: StaffPost) => Promise<string>;
  readonly people: readonly Person[];
  readonly network: Network;
  /** Riders' sessions and kept scans; changed in place as the city lives. */
  readonly state: CityState;
  /** Journeys of a day. */
  readonly journeys: number;
  /** Keep every acknowledged scan in memory, for tests. */
  readonly keepLedger?: boolean;
}

/** How yesterday is filled. */
export interface YesterdayOptions extends SimulationOptions {
  readonly day: Day;
  /** Sets the clock that the product sees; called with instants that never go back. */
  readonly setClock: (at: Instant) => void;
  /** Progress in journeys. */
  readonly say?: (done: number, total: number) => void;
  /** Riders who act at the same moment; 128, so that the store's commits are shared. */
  readonly atOnce?: number;
}

/** How the present day goes on. */
export interface PresentOptions extends SimulationOptions {
  readonly clock: { now(): Instant };
  /** N times as many journeys in a real minute; rides last as long as they do (decision 071). */
  readonly speed: number;
  /** When phones begin to deliver by themselves what they kept; 6 minutes, so that yesterday's report is formed first. */
  readonly suppliesAfterMs?: number;
  /** Called when the state should be written: at most every five minutes and at the stop. */
  readonly keep?: (state: CityState) => void;
}
