import type { Meaning } from '@tongcheng/shared/rides/meanings';
import type { Day, Instant } from '@tongcheng/shared/time';
import type { Mode } from '@tongcheng/shared/venues/kinds';

/** One scan as planned. */
export interface PlannedScan {
  readonly at: Instant;
  readonly venueId: string;
  /** What the rider means by it. */
  readonly step: Meaning;
  /** W-15: only in a taxi. */
  readonly party?: number;
  /** Which code the rider holds the phone to. */
  readonly code: 'posted' | 'revoked' | 'forged';
  /** The phone had no network; it delivers the scan at this instant. */
  readonly deliverAt?: Instant;
}

/** When something that a scan began was really over, whether a scan says so or not: what inferred ends are measured by (W-34). */
export interface TrueEnd {
  /** Of the scan that began it. */
  readonly venueId: string;
  readonly begunAt: Instant;
  readonly endedAt: Instant;
}

/** One person's way from one place to another on one day: scans in the order of time. */
export interface PlannedJourney {
  readonly personIndex: number;
  readonly mode: Mode;
  readonly scans: readonly PlannedScan[];
  /** When the person is free again. */
  readonly endsAt: Instant;
  /** Second scans that the rules ask for, and those that were forgotten (W-27). */
  readonly secondScansDue: number;
  readonly secondScansForgotten: number;
  readonly trueEnds: readonly TrueEnd[];
}

/** A day of the city: journeys in the order of their beginning. */
export interface DayPlan {
  readonly day: Day;
  readonly journeys: readonly PlannedJourney[];
}
