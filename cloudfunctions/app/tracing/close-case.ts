import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type * as api from '@tongcheng/shared/tracing/api';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import { tracingCases } from './cases/case-record';
import { indexRiders } from './cases/index-rider-record';
import type { TracingNeeds } from './cases/tracing-needs';
import { stopMeasuresOf } from './measures/end-measures';

/** Closes a case: who its index rider is goes first, and with that nothing of it opens any more, whatever stops the rest. */
export const closeCase: UseCase<typeof api.closeCase, TracingNeeds> = async (needs, caller, { caseId }) => {
  const held = await needs.store.get(tracingCases, caseId);
  if (!held || !oversees(caller, cityScope(held.city))) return fail('case-unknown');
  if (held.state === 'closed') return fail('case-is-closed');
  const { _v, ...record } = held;
  const access = { who: caller.officialId, city: record.city, what: caseId, reason: 'close-case', counts: {} };
  await recordAccess(needs, { purpose: 'tracing', ...access });
  await needs.store.delete(indexRiders, caseId);
  const closed = { ...record, state: 'closed' as const, closedBy: caller.officialId, closedAt: needs.clock.now() };
  await needs.store.update(tracingCases, closed, _v);
  await stopMeasuresOf(needs, caseId, { by: caller.officialId, reason: 'close-case' });
  return ok({});
};
