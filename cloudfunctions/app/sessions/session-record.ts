import type { DayInstant } from '@tongcheng/shared/time';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import { collection, type DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';

/**
 * A session that can be renewed. Its refresh token has two secrets: the family's, which never changes and only tells an old
 * token from an invented one, and the turn's, which changes with each renewal and is kept as a digest.
 */
export interface SessionRecord {
  readonly _id: string;
  readonly kind: 'rider' | 'staff' | 'official';
  /** Account, staff or official. */
  readonly subject: string;
  readonly family: string;
  /** Digests of the turn secrets that are good now; several when tabs renewed together. */
  readonly turns: readonly string[];
  /** Those before them. */
  readonly turnsBefore: readonly string[];
  /** The day only; in documents of earlier releases, which have no `sealedTimes`, the moment. */
  readonly renewedAt: DayInstant;
  /** The end of the day on which it expires. */
  readonly expiresAt: DayInstant;
  /** The moments (`session-times.ts`); empty where an earlier release wrote them in the clear. */
  readonly sealedTimes: string;
  readonly ended: boolean;
}

/** All sessions. */
export const sessions = collection<SessionRecord>()({
  name: 'sessions',
  keep: { until: 'age', days: 61 },
  belongs: {
    to: 'account',
    by: 'subject',
    erased: 'by-retention',
    exported: { not: 'digests of tokens and when they were renewed, no fact of the rider' },
  },
  distributeBy: '_id',
  added: { sealedTimes: '' },
  indexes: [['subject']],
});

/** What opening and renewing a session of any kind takes. */
export interface SessionNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly vault: Pick<Vault, 'sealHere' | 'openHere'>;
}
