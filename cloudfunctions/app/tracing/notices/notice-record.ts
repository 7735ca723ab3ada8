import type { Instant } from '@tongcheng/shared/time';
import type { CallRow, MadeCall } from '@tongcheng/shared/tracing/measures';
import { collection } from '../../../ports/document-store';

/** One person to be told by a notice: decided with its approval, and told once. */
export interface NoticeRecord {
  /** `${measureId}.${mark}`, the mark a keyed one of the person, so that nobody is in a notice twice. */
  readonly _id: string;
  readonly measureId: string;
  /** `sending` is written before a message goes out: where its end is not known, the person is phoned and gets no second message. */
  readonly state: 'waiting' | 'sending' | 'sent' | 'sent-in-app' | 'to-call' | 'reached' | 'given-up';
  readonly attempts: number;
  /** When it is due; of `sending`, from when it counts as cut off. */
  readonly nextAt: Instant;
  /** Of those to be phoned: why. */
  readonly because?: CallRow['because'];
  /** Who they are, under the key of the measure. */
  readonly sealed: string;
  /** The latest calls. */
  readonly calls: readonly MadeCall[];
}

/** The lists of notices: nobody can be told from them once the key of the measure is destroyed. */
export const tracingNotices = collection<NoticeRecord>()({
  name: 'tracing-notices',
  keep: { until: 'age', days: 60 },
  belongs: { to: 'nobody' },
  distributeBy: '_id',
  indexes: [['measureId', 'state', 'nextAt']],
});
