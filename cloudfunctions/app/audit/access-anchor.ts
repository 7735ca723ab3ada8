import type { Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** How far a chain of a day goes, and the sum of its last link. */
export interface ChainHead {
  readonly writer: number;
  readonly links: number;
  readonly hash: string;
}

/**
 * The head of a day of the access log: a keyed sum over the heads of all its chains and over the head of the day before. It is
 * mailed with the daily report, so that somebody else holds it. Renewed while the day lasts. The first one is the log's beginning,
 * which closes the unkeyed chain of earlier releases.
 */
export interface AccessAnchor {
  /** The day, or {@link beginningId}. */
  readonly _id: string;
  /** 0 for the beginning, then without a gap. */
  readonly number: number;
  readonly at: Instant;
  readonly before: string;
  readonly chains: readonly ChainHead[];
  /** The day is over: nothing is added to it any more. */
  readonly isFinal: boolean;
  /** Of the beginning: what earlier releases had written. */
  readonly earlier?: { readonly entries: number; readonly hash: string };
  readonly hash: string;
}
export const accessAnchors = collection<AccessAnchor>()({
  name: 'access-anchors',
  keep: { until: 'never', because: 'a day that is no longer online is still proved by it' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** Sorts before every day. */
export const beginningId = '0000-00-00';
