import type { OfficialCaller } from '@tongcheng/shared/caller';
import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/tracing/measures-api';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import { type MeasuredCase, measuredCaseOf } from './cases/case-of';
import type { TracingNeeds } from './cases/tracing-needs';
import { measureApproval, measureDigest } from './measures/measure-digest';
import { holdsUntilOf } from './measures/measure-kinds';
import { type MeasureRecord, tracingMeasures } from './measures/measure-record';
import { measureRow, measureState } from './measures/measure-row';
import { measureOf } from './measures/measures-of';
import { startMeasure } from './measures/start-measure';

/**
 * The second key of a measure: another person, in the role that the city names, approves or rejects exactly what they looked at, on record
 * first. Of two who decide at once one does; an approval cannot be repeated, nor moved.
 */
export const decideMeasure: UseCase<typeof api.decideMeasure, TracingNeeds> = async (needs, caller, input) => {
  const held = await measureOf(needs, caller, input.measureId);
  if (!held) return fail('measure-unknown');
  const found = await measuredCaseOf(needs, caller, held.caseId, held.measure);
  if (!found.ok) return fail(found.failure.code === 'case-unknown' ? 'measure-unknown' : found.failure.code);
  const { _v, ...record } = held;
  const refused = await refusalOf(needs, caller, found.value, record, input.digest);
  if (refused !== undefined) return fail(refused);
  const decided = await decision(needs, caller, { record, settings: found.value.settings }, input.approve);
  const reason = `${input.approve ? 'approve' : 'reject'}-${record.measure.kind}`;
  const access = { who: caller.officialId, city: record.city, what: record._id, reason, counts: {} };
  await recordAccess(needs, { purpose: 'tracing', ...access });
  if ((await needs.store.update(tracingMeasures, decided, _v)) !== 'updated') return fail('measure-decided');
  if (input.approve) await startMeasure(needs, decided);
  return ok(measureRow(decided, needs.clock.now()));
};

async function refusalOf(
  needs: TracingNeeds,
  caller: OfficialCaller,
  opened: MeasuredCase,
  record: MeasureRecord,
  seen: string,
) {
  const state = measureState(record, needs.clock.now());
  if (state === 'expired') return 'trace-request-expired';
  if (state !== 'open') return 'measure-decided';
  if (record.askedBy === caller.officialId) return 'trace-second-person-needed';
  const second = blockOf(opened.settings, 'tracing')?.secondRole;
  if (second === undefined || !caller.roles.includes(second)) return 'trace-second-role-needed';
  const digest = await measureDigest(needs, opened, record);
  return digest === record.digest && digest === seen ? undefined : 'trace-request-changed';
}

async function decision(
  { clock, keys }: TracingNeeds,
  { officialId: decidedBy }: OfficialCaller,
  { record, settings }: { readonly record: MeasureRecord; readonly settings: CitySettings },
  approve: boolean,
): Promise<MeasureRecord> {
  const decidedAt = clock.now();
  if (!approve) return { ...record, decidedBy, decidedAt, state: 'rejected' };
  const holdsUntil = holdsUntilOf(record.measure, decidedAt, blockOf(settings, 'tracing')?.namesOpenHours ?? 0);
  const approved = { ...record, decidedBy, decidedAt, holdsUntil, state: 'approved' as const };
  return { ...approved, approval: await measureApproval(keys, approved) };
}
