import type { Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** A file of a card set among the objects. It is written once and never changed. */
export interface KeptSetFile {
  readonly key: string;
  readonly version: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** A delta, from the version that it changes, with the changed ends of statuses that only the server reads. */
interface KeptDelta extends KeptSetFile {
  readonly from: number;
  readonly endsKey: string;
}

/** The card set of a city (`_id`) as it is now: what its files are, and how far the changes of statuses were followed. */
export interface CardSetHead {
  readonly _id: string;
  readonly epoch: string;
  /** Counts up over all epochs. */
  readonly version: number;
  /** When the statuses were so, as their source said. */
  readonly madeAt: Instant;
  /** When the last file was made. */
  readonly builtAt: Instant;
  /** Statuses that ended in this hour (hours since 1970) or before are written as unknown. */
  readonly sweptHour: number;
  readonly cards: number;
  readonly snapshot: KeptSetFile;
  /** When statuses end, of all cards of the snapshot; only the server reads it. */
  readonly endsKey: string;
  /** From the snapshot on, in order. */
  readonly deltas: readonly KeptDelta[];
  /** How far the source's changes were followed; absent where it never answered. */
  readonly cursor?: string;
  /** Files of before, still linked to by answers that were given: since when they are past. */
  readonly past: readonly { readonly key: string; readonly since: Instant }[];
}
export const cardSets = collection<CardSetHead>()({
  name: 'card-sets',
  keep: { until: 'never', because: 'versions of a city’s set never go back' },
  belongs: { to: 'nobody' },
  indexes: [],
});
