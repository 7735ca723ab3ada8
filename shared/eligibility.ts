import type { Instant } from './time';

/** Health status colours; grey is the absence of a status and so no value here. */
export const statusColours = ['green', 'yellow', 'red'] as const;
export type StatusColour = (typeof statusColours)[number];

/** A health status as its source gave it. Nobody sets one by hand (safety rule 7). */
export interface HealthStatus {
  readonly colour: StatusColour;
  readonly issuedAt: Instant;
  /** Exclusive: at this very instant it is expired. */
  readonly expiresAt: Instant;
  /** The issuing platform, e.g. `provincial-health-code`. */
  readonly source: string;
}

/** A nucleic-acid test as its source gave it. */
export interface HealthTest {
  readonly result: 'negative' | 'positive';
  readonly takenAt: Instant;
}

/** What is known of a rider when a verdict is asked for. */
export interface Eligibility {
  /** Authenticated by the real-name check (W-01). */
  readonly identity: boolean;
  /** `null`: no status (grey); `unavailable`: the provider was away and nothing was known. */
  readonly status: HealthStatus | 'unavailable' | null;
  /** W-07: the channel in which a status exists though it is missing in this one. */
  readonly statusElsewhere?: 'wechat' | 'alipay';
  readonly test: HealthTest | 'unavailable' | null;
}

/** The eligibility of someone of whom nothing is known. */
export const unknownEligibility: Eligibility = { identity: false, status: null, test: null };
