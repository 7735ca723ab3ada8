import { dayMs, type Instant } from '@tongcheng/shared/time';
import type { MeasureRow, NoticeProgress } from '@tongcheng/shared/tracing/measures';
import type { RequestState } from '@tongcheng/shared/tracing/wire';
import type { MeasureRecord } from './measure-record';

/** When a measure can no longer be approved. */
const expiresAtOf = ({ askedAt }: MeasureRecord): Instant => askedAt + dayMs;

/** Where a measure stands at `now`. */
export function measureState(record: MeasureRecord, now: Instant): RequestState {
  switch (record.state) {
    case 'open':
      return now < expiresAtOf(record) ? 'open' : 'expired';
    case 'approved':
      return now < (record.holdsUntil ?? 0) ? 'approved' : 'ended';
    case 'rejected':
    case 'withdrawn':
      return record.state;
    case 'ending':
    case 'ended':
      return 'ended';
  }
}

/** A measure as officials see it. */
export function measureRow(record: MeasureRecord, now: Instant, progress?: NoticeProgress): MeasureRow {
  const { _id: measureId, city, caseId, measure, askedBy, askedAt, digest } = record;
  const { decidedBy, decidedAt, holdsUntil, endedBy, endedAt, endReason } = record;
  return {
    ...{ measureId, city, caseId, measure, askedBy, askedAt, digest },
    state: measureState(record, now),
    expiresAt: expiresAtOf(record),
    ...(decidedBy !== undefined && { decidedBy }),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(holdsUntil !== undefined && { holdsUntil }),
    ...(endedBy !== undefined && { endedBy }),
    ...(endedAt !== undefined && { endedAt }),
    ...(endReason !== undefined && { endReason }),
    ...(progress && { progress }),
  };
}
