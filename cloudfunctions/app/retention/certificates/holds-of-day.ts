import type { DocumentStore } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import type { DayScope } from '../../../vault/vault';
import { tracingCases } from '../../tracing/cases/case-record';
import { isMeasureApproved } from '../../tracing/measures/measure-digest';
import { type MeasureRecord, tracingMeasures } from '../../tracing/measures/measure-record';

interface Needs {
  readonly store: DocumentStore;
  readonly keys: Pick<KeyService, 'derive'>;
}

/**
 * Which legal holds keep a copy out of a day when its key goes, by the ids of the keys that seal the copies, in order. They name no case to
 * anybody who cannot read cases.
 */
export async function holdsOfDay({ store, keys }: Needs, scope: DayScope): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const batch of store.stream(tracingMeasures, { where: { state: 'approved' } }))
    for (const { _v, ...record } of batch) {
      const { measure, city, isPrepared } = record;
      if (measure.kind !== 'hold' || city !== scope.city || isPrepared !== true) continue;
      if ((await isMeasureApproved(keys, record)) && (await holdsDay(store, record, scope))) found.push(record._id);
    }
  return found.sort();
}

/** Holds of earlier releases do not say their days: all of the case's period then. */
export async function holdsDay(
  store: DocumentStore,
  { heldDays, caseId }: MeasureRecord,
  { day, keyClass }: Pick<DayScope, 'day' | 'keyClass'>,
): Promise<boolean> {
  if (heldDays) return heldDays.some((held) => held.day === day && held.keyClass === keyClass);
  const held = await store.get(tracingCases, caseId);
  return held !== undefined && held.infectiousFrom <= day && day <= held.infectiousTo;
}
