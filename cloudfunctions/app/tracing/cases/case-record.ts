import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import type { Day, Instant } from '@tongcheng/shared/time';
import type { openCase } from '@tongcheng/shared/tracing/api';
import type { PeriodHours } from '@tongcheng/shared/tracing/wire';
import { collection } from '../../../ports/document-store';

/** A case: under which number, on what law and for what somebody is traced. Who it is lies apart (index-rider-record.ts). */
export interface CaseRecord {
  readonly _id: string;
  readonly city: string;
  /** The number of the case where it is kept. */
  readonly number: string;
  readonly legalBasis: ParsedInputOf<typeof openCase>['legalBasis'];
  readonly purpose: ParsedInputOf<typeof openCase>['purpose'];
  /** Service days in which the index rider was infectious, both included. */
  readonly infectiousFrom: Day;
  readonly infectiousTo: Day;
  /** From which hour of the first day until before which of the last; whole service days where absent, as in all earlier cases. */
  readonly hours?: PeriodHours;
  readonly state: 'open' | 'closed';
  readonly openedBy: string;
  readonly openedAt: Instant;
  readonly closedBy?: string;
  readonly closedAt?: Instant;
}

/** Three years, as long as the access log that speaks of them: tracings are counted by purpose. */
const keptDays = 1_095;

/** All cases. Names nobody but officials. */
export const tracingCases = collection<CaseRecord>()({
  name: 'tracing-cases',
  keep: { until: 'age', days: keptDays },
  belongs: { to: 'worker' },
  distributeBy: '_id',
  indexes: [['city', 'state']],
});
