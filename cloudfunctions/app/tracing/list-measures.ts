import { fail, ok } from '@tongcheng/shared/result';
import type { MeasureRow } from '@tongcheng/shared/tracing/measures';
import type * as api from '@tongcheng/shared/tracing/measures-api';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { UseCase } from '../use-case';
import { tracingCity } from './cases/case-of';
import { tracingCases } from './cases/case-record';
import type { TracingNeeds } from './cases/tracing-needs';
import { mayList } from './list-cases';
import type { MeasureRecord } from './measures/measure-record';
import { measureRow } from './measures/measure-row';
import { caseHolderOf, measuresOfCase } from './measures/measures-of';
import { noticeProgress } from './notices/notice-progress';

/** Measures of a case with their progress: nobody's name. Of a closed case too, with what came of them. */
export const listMeasures: UseCase<typeof api.listMeasures, TracingNeeds> = async (needs, caller, { caseId }) => {
  const held = await needs.store.get(tracingCases, caseId);
  const found = held && (await tracingCity(needs, caller, held.city));
  if (!held || !found) return fail('case-unknown');
  if (!found.ok) return fail(found.failure.code === 'city-unknown' ? 'case-unknown' : 'capability-absent');
  const { secondRole = 'health-supervisor' } = blockOf(found.value, 'tracing') ?? {};
  if (!mayList(caller.roles, secondRole)) return fail('trace-second-role-needed');
  const { _v, ...record } = held;
  const measures = await measuresOfCase(needs, caseId);
  return ok({
    measures: await Promise.all(measures.map((each) => rowOf(needs, each))),
    heldBy: await caseHolderOf(needs, record),
  });
};

async function rowOf({ store, clock }: TracingNeeds, record: MeasureRecord): Promise<MeasureRow> {
  const isNotice = record.measure.kind === 'notify' && record.isPrepared === true;
  return measureRow(
    record,
    clock.now(),
    isNotice ? (record.summary ?? (await noticeProgress(store, record))) : undefined,
  );
}
