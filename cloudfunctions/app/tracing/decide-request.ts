import type { OfficialCaller } from '@tongcheng/shared/caller';
import { fail, ok } from '@tongcheng/shared/result';
import { hourMs } from '@tongcheng/shared/time';
import type * as api from '@tongcheng/shared/tracing/api';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import { type OpenCase, openCaseOf, traceRequestOf } from './cases/case-of';
import { requestRow, stateOf } from './cases/case-row';
import { approvalOf, requestDigest } from './cases/request-digest';
import { type TraceRequestRecord, traceRequests } from './cases/request-record';
import type { TracingNeeds } from './cases/tracing-needs';

/**
 * The second key: another person, in the role that the city names, approves or rejects exactly the request that they looked at, on record
 * first. Of two who decide at once one does; an approval cannot be repeated, nor moved to another request.
 */
export const decideRequest: UseCase<typeof api.decideRequest, TracingNeeds> = async (needs, caller, input) => {
  const held = await traceRequestOf(needs, caller, input.requestId);
  if (!held) return fail('trace-request-unknown');
  const found = await openCaseOf(needs, caller, held.caseId);
  if (!found.ok) return fail(found.failure.code === 'case-unknown' ? 'trace-request-unknown' : found.failure.code);
  const { _v, ...request } = held;
  const refused = await refusalOf(needs, caller, found.value, request, input.digest);
  if (refused !== undefined) return fail(refused);
  const decided = { ...request, ...(await decision(needs, caller, found.value, request, input.approve)) };
  const reason = input.approve ? 'approve-request' : 'reject-request';
  const access = { who: caller.officialId, city: request.city, what: request._id, reason, counts: {} };
  await recordAccess(needs, { purpose: 'tracing', ...access });
  const kept = await needs.store.update(traceRequests, decided, _v);
  return kept === 'updated' ? ok(requestRow(decided, needs.clock.now())) : fail('trace-request-decided');
};

async function refusalOf(
  needs: TracingNeeds,
  caller: OfficialCaller,
  opened: OpenCase,
  request: TraceRequestRecord,
  seen: string,
) {
  const state = stateOf(request, needs.clock.now());
  if (state === 'expired') return 'trace-request-expired';
  if (state !== 'open') return 'trace-request-decided';
  if (request.requestedBy === caller.officialId) return 'trace-second-person-needed';
  const second = blockOf(opened.settings, 'tracing')?.secondRole;
  if (second === undefined || !caller.roles.includes(second)) return 'trace-second-role-needed';
  const digest = await requestDigest(needs, { ...opened, request });
  return digest === request.digest && digest === seen ? undefined : 'trace-request-changed';
}

async function decision(
  { clock, keys }: TracingNeeds,
  caller: OfficialCaller,
  { settings }: OpenCase,
  { digest }: TraceRequestRecord,
  approve: boolean,
): Promise<Partial<TraceRequestRecord>> {
  const decidedAt = clock.now();
  const by = { decidedBy: caller.officialId, decidedAt };
  if (!approve) return { ...by, state: 'rejected' };
  const opensUntil = decidedAt + (blockOf(settings, 'tracing')?.namesOpenHours ?? 0) * hourMs;
  return { ...by, state: 'approved', opensUntil, approval: await approvalOf(keys, { ...by, digest, opensUntil }) };
}
