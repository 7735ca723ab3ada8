import type { Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';
import type { AlertKind } from '../../ports/notifier';

/**
 * A row of the outbox of alerts: one message to one of the people on duty, decided and not yet sent. It holds a place in
 * the list of the configuration, not a phone.
 */
export interface AlertRecord {
  /** `${what}.${duty}`: the same event is told to each once. */
  readonly _id: string;
  readonly kind: AlertKind;
  readonly city: string;
  readonly words: Readonly<Record<string, string>>;
  /** Which of the people on duty: 0 is the first of the list. */
  readonly duty: number;
  readonly state: 'waiting' | 'sent' | 'refused' | 'expired';
  readonly attempts: number;
  readonly queuedAt: Instant;
  /** Also while an attempt is under way: from then on it counts as dead. 0 when nothing is to be done. */
  readonly nextAttemptAt: Instant;
  /** The vendor's reference or code; never an address. */
  readonly lastAnswer: string;
}

/** Kept, so that the same event is never told twice; they name nobody. The stored name is older than the word. */
export const alerts = collection<AlertRecord>()({
  name: 'notices',
  keep: { until: 'never', because: 'so that the same event is never told twice' },
  belongs: { to: 'nobody' },
  indexes: [['state', 'nextAttemptAt']],
});
