import { dayMs, type Instant } from '@tongcheng/shared/time';
import type { CaseRow, RequestState, TraceRequestRow } from '@tongcheng/shared/tracing/wire';
import type { CaseRecord } from './case-record';
import type { TraceRequestRecord } from './request-record';

/** When a request can no longer be approved. */
const requestExpires = ({ requestedAt }: Pick<TraceRequestRecord, 'requestedAt'>): Instant => requestedAt + dayMs;

/** Where a request stands at `now`. */
export function stateOf(request: TraceRequestRecord, now: Instant): RequestState {
  if (request.state === 'open') return now < requestExpires(request) ? 'open' : 'expired';
  if (request.state === 'approved') return now < (request.opensUntil ?? 0) ? 'approved' : 'ended';
  return request.state;
}

/** A request as officials see it. */
export const requestRow = (request: TraceRequestRecord, now: Instant): TraceRequestRow => {
  const { _id: requestId, requestedBy, requestedAt, counts, digest, decidedBy, decidedAt, opensUntil } = request;
  return {
    ...{ requestId, requestedBy, requestedAt, counts, digest },
    state: stateOf(request, now),
    expiresAt: requestExpires(request),
    ...(decidedBy !== undefined && { decidedBy }),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(opensUntil !== undefined && { opensUntil }),
  };
};

/** A case as officials see it. */
export const caseRow = (record: CaseRecord, requests: readonly TraceRequestRecord[], now: Instant): CaseRow => {
  const { _id: caseId, closedBy: _closed, closedAt, ...rest } = record;
  const own = requests
    .filter((each) => each.caseId === caseId)
    .toSorted((one, other) => other.requestedAt - one.requestedAt);
  return {
    ...{ caseId, ...rest },
    ...(closedAt !== undefined && { closedAt }),
    requests: own.map((each) => requestRow(each, now)),
  };
};
