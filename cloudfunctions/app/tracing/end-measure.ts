import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/tracing/measures-api';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import type { TracingNeeds } from './cases/tracing-needs';
import { stopMeasure } from './measures/end-measures';
import { ruleOfMeasure } from './measures/measure-kinds';
import { measureOf } from './measures/measures-of';

/** Withdraws a measure, or stops it: any health officer of the city may, at once and for ever. Nobody is told after the answer. */
export const endMeasure: UseCase<typeof api.endMeasure, TracingNeeds> = async (needs, caller, input) => {
  const held = await measureOf(needs, caller, input.measureId);
  if (!held) return fail('measure-unknown');
  if (held.state !== 'open' && held.state !== 'approved') return fail('measure-decided');
  // What was not approved yet is withdrawn by anybody.
  const isOfTwo = held.state === 'approved' && !ruleOfMeasure(held.measure).endedByOne;
  if (isOfTwo) return fail('measure-needs-two');
  const reason = `end-${held.measure.kind}`;
  const access = { who: caller.officialId, city: held.city, what: held._id, reason, counts: {} };
  await recordAccess(needs, { purpose: 'tracing', ...access });
  const stopped = await stopMeasure(needs, held, { by: caller.officialId, reason: input.reason });
  return stopped ? ok({}) : endMeasure(needs, caller, input);
};
