import type { ScanInput } from '@tongcheng/shared/rides/wire';
import type { Day, Instant } from '@tongcheng/shared/time';

/** A scan that a phone keeps until it has network. */
export interface KeptScan {
  readonly scan: Omit<ScanInput, 'sentAt'>;
  /** Not delivered before. */
  readonly deliverAt: Instant;
}

/** What a rider's phone remembers. */
export interface RiderState {
  accessToken?: string;
  accessExpiresAt?: Instant;
  refreshToken?: string;
  refreshExpiresAt?: Instant;
  /** Authentication and cards were tried, whatever came of it. */
  enrolled?: boolean;
  /** When the health status that the phone knows of ends. */
  statusExpiresAt?: Instant;
  /** What the phone adds to its clock since a `clock-wrong` answer. */
  clockOffsetMs?: number;
  kept: KeptScan[];
}

/** What the simulated city remembers from one start to the next. */
export interface CityState {
  /** The last day that was lived to its end. */
  livedDay?: Day;
  /** How many guests were handed out. */
  guestsGiven: number;
  /** By person index. */
  readonly riders: Record<string, RiderState>;
}
