import { newId } from '@tongcheng/shared/ids';
import { fail, ok } from '@tongcheng/shared/result';
import { dayOf } from '@tongcheng/shared/time';
import type * as api from '@tongcheng/shared/tracing/measures-api';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import { type MeasuredCase, measuredCaseOf } from './cases/case-of';
import type { TracingNeeds } from './cases/tracing-needs';
import { measureDigest } from './measures/measure-digest';
import { isDatedRight, ruleOfMeasure } from './measures/measure-kinds';
import { type MeasureRecord, tracingMeasures } from './measures/measure-record';
import { measureRow, measureState } from './measures/measure-row';
import { caseHolderOf, measuresOfCase } from './measures/measures-of';

/** Asks for a measure of a case, on record first. Until another person in the other role approves exactly this, nothing comes of it. */
export const askMeasure: UseCase<typeof api.askMeasure, TracingNeeds> = async (needs, caller, { caseId, measure }) => {
  const found = await measuredCaseOf(needs, caller, caseId, measure);
  if (!found.ok) return found;
  const { record } = found.value;
  const { officialId } = caller;
  if (ruleOfMeasure(measure).isOfHolder && !(await isHeldBy(needs, found.value, officialId)))
    return fail('case-not-held');
  const now = needs.clock.now();
  const all = await measuresOfCase(needs, caseId);
  const isHeld = all.some((each) => each.measure.kind === 'hold' && measureState(each, now) === 'approved');
  if (!isDatedRight(measure, dayOf(now)) || (measure.kind === 'end-hold' && !isHeld))
    return fail('measure-period-refused');
  const known = all.filter((each) => each.measure.kind === measure.kind);
  // A case is taken over again and again, and an end is no state; of anything else one at a time.
  const isRepeated = measure.kind === 'take-over' || measure.kind === 'end-hold';
  const isLive = (state: string) => state === 'open' || (state === 'approved' && !isRepeated);
  if (known.some((each) => isLive(measureState(each, now)))) return fail('measure-open');
  const asked = { _id: newId(now, needs.chance.bytes), measure, askedBy: officialId, askedAt: now };
  const digest = await measureDigest(needs, found.value, asked);
  const asks: MeasureRecord = { ...asked, caseId, city: record.city, state: 'open', digest };
  const access = { who: officialId, city: record.city, what: asks._id, reason: `ask-${measure.kind}`, counts: {} };
  await recordAccess(needs, { purpose: 'tracing', ...access });
  await needs.store.insert(tracingMeasures, asks);
  return ok(measureRow(asks, now));
};

/** Of a closed case any health officer of the city asks for the end of its hold: who held it may be gone. */
const isHeldBy = async (needs: TracingNeeds, { record, rider }: MeasuredCase, officialId: string): Promise<boolean> =>
  rider === undefined || (await caseHolderOf(needs, record)) === officialId;
