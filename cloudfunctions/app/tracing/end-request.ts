import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/tracing/api';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import { traceRequestOf } from './cases/case-of';
import { traceRequests } from './cases/request-record';
import type { TracingNeeds } from './cases/tracing-needs';

/** Withdraws a request, or closes its names again before their time: any health officer of the city may, at once and for ever. */
export const endRequest: UseCase<typeof api.endRequest, TracingNeeds> = async (needs, caller, input) => {
  const held = await traceRequestOf(needs, caller, input.requestId);
  if (!held) return fail('trace-request-unknown');
  if (held.state !== 'open' && held.state !== 'approved') return fail('trace-request-decided');
  const { _v, approval: _approval, ...request } = held;
  const access = { who: caller.officialId, city: request.city, what: request._id, reason: 'end-request', counts: {} };
  await recordAccess(needs, { purpose: 'tracing', ...access });
  const state = request.state === 'open' ? ('withdrawn' as const) : ('ended' as const);
  const end = { endedBy: caller.officialId, endedAt: needs.clock.now(), endReason: input.reason };
  const kept = await needs.store.update(traceRequests, { ...request, ...end, state }, _v);
  return kept === 'updated' ? ok({}) : endRequest(needs, caller, input);
};
