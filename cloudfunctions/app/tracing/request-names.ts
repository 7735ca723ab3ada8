import { newId } from '@tongcheng/shared/ids';
import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/tracing/api';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import { openCaseOf } from './cases/case-of';
import { requestRow, stateOf } from './cases/case-row';
import { countTrace } from './cases/count-trace';
import { feedMark } from './cases/feed-mark';
import { requestDigest } from './cases/request-digest';
import { type TraceRequestRecord, traceRequests } from './cases/request-record';
import { traceCase } from './cases/trace-case';
import type { TracingNeeds } from './cases/tracing-needs';

/** Asks for the names of a case. Until another person in the other role approves exactly this, there are counts alone. */
export const requestNames: UseCase<typeof api.requestNames, TracingNeeds> = async (needs, caller, { caseId }) => {
  const found = await openCaseOf(needs, caller, caseId);
  if (!found.ok) return found;
  const now = needs.clock.now();
  const waiting = await needs.store.find(traceRequests, { where: { caseId, state: 'open' }, limit: 1_000 });
  if (waiting.items.some((each) => stateOf(each, now) === 'open')) return fail('trace-request-open');
  const asked = { _id: newId(now, needs.chance.bytes), requestedBy: caller.officialId, requestedAt: now };
  const { city } = found.value.record;
  const access = { who: caller.officialId, city, what: caseId, reason: 'request-names', counts: {} };
  await recordAccess(needs, { purpose: 'tracing', ...access });
  const traced = await traceCase(needs, found.value);
  const feed = await feedMark(needs, traced, now);
  const marked = { ...asked, ...(feed !== undefined && { feed }) };
  const request: TraceRequestRecord = {
    ...{ ...marked, caseId, city, state: 'open' },
    counts: countTrace(traced),
    digest: await requestDigest(needs, { ...found.value, request: marked }),
  };
  await needs.store.insert(traceRequests, request);
  return ok(requestRow(request, now));
};
