import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/tracing/measures-api';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import { recordForRiders } from './cases/record-for-riders';
import { shownList } from './cases/shown-list';
import type { TracingNeeds } from './cases/tracing-needs';
import { isMeasureOpenTo, measureOf } from './measures/measures-of';

/**
 * What an approved extract, hold or second step shows (X-05, W-28): to who approved it and who holds the case, while it holds. Each page, and each
 * file of it, is on record first, also under each rider's own mark.
 */
export const openMeasure: UseCase<typeof api.openMeasure, TracingNeeds> = async (needs, caller, input) => {
  const held = await measureOf(needs, caller, input.measureId);
  if (!held) return fail('measure-unknown');
  const { _v, ...record } = held;
  const { measure, city, _id: measureId } = record;
  const isFile = input.exported === true;
  if ((isFile && measure.kind !== 'extract') || !(await isMeasureOpenTo(needs, caller, record)))
    return fail('measure-not-open');
  const { officialId: who } = caller;
  const reason = `${isFile ? 'export' : 'open'}-${measure.kind}`;
  await recordAccess(needs, { purpose: 'tracing', who, city, what: measureId, reason, counts: {} });
  const found = await shownList(needs, record);
  if (!found.ok) return found;
  const { personIds, timeline, tell } = found.value;
  const [from, to] = [input.skip ?? 0, (input.skip ?? 0) + input.limit];
  await recordForRiders(
    needs,
    caller,
    record,
    personIds.slice(from, to).flatMap((personId) => personId ?? []),
  );
  return ok({
    riders: [...(await tell(from, to))],
    timeline: [...timeline],
    total: personIds.length,
    holdsUntil: record.holdsUntil ?? 0,
    watermark: {
      ...{ officialId: who, measureId, at: needs.clock.now() },
      ...(measure.kind === 'extract' && { receiver: measure.receiver }),
    },
  });
};
