import { ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/tracing/api';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import { openCaseOf } from './cases/case-of';
import { countTrace } from './cases/count-trace';
import { traceCase } from './cases/trace-case';
import type { TracingNeeds } from './cases/tracing-needs';

/** How many a case exposed, by day and mode: on record, and without names, which need a second person. */
export const countExposed: UseCase<typeof api.countExposed, TracingNeeds> = async (needs, caller, { caseId }) => {
  const found = await openCaseOf(needs, caller, caseId);
  if (!found.ok) return found;
  const { city } = found.value.record;
  const access = { who: caller.officialId, city, what: caseId, reason: 'count-exposed', counts: {} };
  await recordAccess(needs, { purpose: 'tracing', ...access });
  return ok(countTrace(await traceCase(needs, found.value)));
};
