import { certainties } from '@tongcheng/shared/tracing/traced-ride';
import { recordAccess } from '../../audit/record-access';
import { tracedCaseOf } from '../cases/case-of';
import { rank } from '../cases/count-trace';
import { mergeRiders } from '../cases/exposed-riders';
import { traceCase } from '../cases/trace-case';
import type { TracingNeeds } from '../cases/tracing-needs';
import { type MeasureRecord, tracingMeasures } from '../measures/measure-record';
import { type NoticeRecord, tracingNotices } from './notice-record';
import { sealTold } from './told-person';

/** Rows written together. */
const atOnce = 500;

/** Puts everybody whom an approved notice tells into its list, each once however often it is begun; the notice is sent once all are there. */
export async function prepareNotices(needs: TracingNeeds, record: MeasureRecord): Promise<void> {
  const { measure, city, decidedBy: who = '', _id: measureId } = record;
  const opened = await tracedCaseOf(needs, record.caseId);
  if (measure.kind !== 'notify' || !opened) return;
  const { exposures } = await traceCase(needs, opened);
  const surest = exposures.filter((each) => rank(each) <= certainties.indexOf(measure.atLeast));
  const access = { who, city, what: measureId, reason: 'prepare-notices', counts: { matches: surest.length } };
  await recordAccess(needs, { purpose: 'tracing', ...access });
  const { store, vault, clock } = needs;
  const rows = (await mergeRiders(needs, city, surest)).map(async (rider): Promise<NoticeRecord> => {
    const _id = `${measureId}.${await vault.blindIndex(`tracing-notice.${measureId}`, rider.subjectId)}`;
    const sealed = await sealTold(vault, measureId, _id, rider);
    return { _id, measureId, state: 'waiting', attempts: 0, nextAt: clock.now(), sealed, calls: [] };
  });
  const all = await Promise.all(rows);
  for (let from = 0; from < all.length; from += atOnce)
    await store.insertMany(tracingNotices, all.slice(from, from + atOnce));
  const held = await store.get(tracingMeasures, measureId);
  if (held?.state !== 'approved') return;
  const { _v, ...now } = held;
  await store.update(tracingMeasures, { ...now, isPrepared: true }, _v);
}
