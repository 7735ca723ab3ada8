import type { AppealOutcome } from '@tongcheng/shared/appeals/outcomes';
import type { Day, Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/**
 * An appeal against the verdict of one scan. Like the scan it names nobody: the rider is the day's pseudonym, who it is
 * and what was written are sealed under the day's key, and all of it goes with the day.
 */
export interface AppealRecord {
  /** `${day}.${scanId}`: the id of the scan, so that there is one for each. */
  readonly _id: string;
  /** Service day of the scan. */
  readonly day: Day;
  readonly city: string;
  readonly rider: string;
  /** Whose it is; opens with the day's key and {@link partOf}. */
  readonly sealed: string;
  readonly sealedText: string;
  readonly madeAt: Instant;
  readonly dueAt: Instant;
  readonly state: 'waiting' | 'answered';
  readonly answer?: {
    readonly outcome: AppealOutcome;
    readonly sealedNote?: string;
    /** The official. */
    readonly by: string;
    readonly at: Instant;
  };
}

/** All appeals, one partition a day. */
export const appeals = collection<AppealRecord>()({
  name: 'appeals',
  keep: { until: 'city-retention' },
  belongs: { to: 'rider-of-day', exported: 'appeals' },
  partition: 'day',
  indexes: [['city', 'state', 'dueAt'], ['rider']],
});

/** What a seal of an appeal is bound to: its own place in the record, so that none can stand in for another. */
export const partOf = (appealId: string, part: 'rider' | 'text' | 'note'): string => `appeal.${appealId}.${part}`;
