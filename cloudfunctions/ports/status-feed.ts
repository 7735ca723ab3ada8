import type { HealthStatus, HealthTest } from '@tongcheng/shared/eligibility';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import type { Instant } from '@tongcheng/shared/time';

/** Somebody whose status is to be followed, under a mark that tells their source nothing but which answers are theirs. */
interface FollowedHolder {
  readonly subject: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
}

/** What the source says of somebody now. */
export interface FollowedStatus {
  readonly subject: string;
  readonly status: HealthStatus | null;
  readonly test: HealthTest | null;
}

/** What changed since a cursor. */
interface StatusChanges {
  readonly changes: readonly FollowedStatus[];
  /** Where to go on. */
  readonly next: string;
  /** There is more already. */
  readonly more: boolean;
  /** When the statuses were so. */
  readonly asOf: Instant;
}

/** Follows the statuses of many people at the health-code platform, for sets that decide without asking. Throws ServiceUnavailable. */
export interface StatusFeed {
  /** Follows at most fifty people from now on, and says what is known of them; again is no harm. */
  follow(holders: readonly FollowedHolder[]): Promise<readonly FollowedStatus[]>;
  /** Follows them no longer. */
  leave(subjects: readonly string[]): Promise<void>;
  /** Changes of those who are followed, oldest first, at most two hundred. Without a cursor: none, and where to begin. */
  changes(after: string | undefined): Promise<StatusChanges>;
}

/** So many people are named in one call. */
export const mostFollowed = 50;
