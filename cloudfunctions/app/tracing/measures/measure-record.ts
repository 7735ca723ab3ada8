import type { Day, Instant } from '@tongcheng/shared/time';
import type { Measure, NoticeProgress } from '@tongcheng/shared/tracing/measures';
import { collection } from '../../../ports/document-store';
import type { KeyClass } from '../../../vault/vault';

/** A measure of a case: what one official asked for, what another decided, and how it ended. */
export interface MeasureRecord {
  readonly _id: string;
  readonly caseId: string;
  readonly city: string;
  readonly measure: Measure;
  /** `ending`: it holds no more, and its key is still to be destroyed. */
  readonly state: 'open' | 'approved' | 'rejected' | 'withdrawn' | 'ending' | 'ended';
  readonly askedBy: string;
  readonly askedAt: Instant;
  /** Of all that is approved (measure-digest.ts). */
  readonly digest: string;
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  readonly holdsUntil?: Instant;
  /** Of an approval: a sum under a key of the installation, without which nothing comes of it. */
  readonly approval?: string;
  /** Of what keeps its own: all of it is there, everybody whom a notice tells, or the copy of a hold. */
  readonly isPrepared?: boolean;
  /** Of a hold: the mark of the copy that is whole. */
  readonly copy?: string;
  /** Of a hold: the days out of which it holds something, in order; absent in those of earlier releases. */
  readonly heldDays?: readonly { readonly day: Day; readonly keyClass: KeyClass }[];
  /** Of a notice that ended: how many it told. */
  readonly summary?: NoticeProgress;
  readonly endedBy?: string;
  readonly endedAt?: Instant;
  readonly endReason?: string;
}

/** All measures, kept as long as their cases. Names nobody but officials. */
export const tracingMeasures = collection<MeasureRecord>()({
  name: 'tracing-measures',
  keep: { until: 'age', days: 1_095 },
  belongs: { to: 'worker' },
  distributeBy: '_id',
  indexes: [['caseId', 'state'], ['state']],
});
