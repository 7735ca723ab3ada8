import { checkDocument, rightKind } from '@tongcheng/shared/identity/documents/check-document';
import { newId } from '@tongcheng/shared/ids';
import { fail, ok } from '@tongcheng/shared/result';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { addDays, type Day, dayOf } from '@tongcheng/shared/time';
import type * as api from '@tongcheng/shared/tracing/api';
import { parametersOn } from '@tongcheng/shared/tracing/parameters';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { recordAccess } from '../audit/record-access';
import { takeAttempt } from '../identity/attempts/take-attempt';
import type { UseCase } from '../use-case';
import { type OpenCase, tracingCity } from './cases/case-of';
import { type CaseRecord, tracingCases } from './cases/case-record';
import { caseRow } from './cases/case-row';
import { type IndexRider, keepIndexRider } from './cases/index-rider-record';
import { traceCase } from './cases/trace-case';
import type { TracingNeeds } from './cases/tracing-needs';

/** A health officer asks for so many people a day: enough for an outbreak, too few to find out who rides. */
const casesADay = 100;

/** Opens a case, on record before anybody is looked for. The index rider is found by exact document, never by name. */
export const openCase: UseCase<typeof api.openCase, TracingNeeds> = async (needs, caller, input) => {
  const found = await tracingCity(needs, caller, input.city);
  if (!found.ok) return found;
  const { documentKind, documentNumber, ...said } = input;
  const now = needs.clock.now();
  const document = checkDocument(documentKind, documentNumber, dayOf(now));
  if (!document.valid) {
    const kind = rightKind(documentKind, documentNumber);
    return fail('document-refused', { reason: document.reason, ...(kind && { kind }) });
  }
  if (!isPeriod(found.value, said, serviceDay(found.value, now))) return fail('trace-period-refused');
  if (!(await takeAttempt(needs, `tracing.${caller.officialId}`, casesADay))) return fail('too-many-tries');
  const record: CaseRecord = {
    ...{ _id: newId(now, needs.chance.bytes), ...said, state: 'open' },
    ...{ openedBy: caller.officialId, openedAt: now },
  };
  const { _id, city } = record;
  const access = { purpose: 'tracing', who: caller.officialId, city, what: _id, reason: 'open-case' } as const;
  await recordAccess(needs, { ...access, counts: { riders: 1 } });
  const personId = await needs.vault.findByDocument(documentKind, document.stored);
  const documentSubject = needs.vault.subjectOf(documentKind, document.stored);
  const rider: IndexRider = { documentSubject, ...(personId !== undefined && { personId }) };
  if (!(await isKnown(needs, { record, settings: found.value, rider }))) return fail('index-rider-unknown');
  await keepIndexRider(needs, _id, rider);
  await needs.store.insert(tracingCases, record);
  return ok(caseRow(record, [], now));
};

/** Whether anybody of this document is here: enrolled, or on a manifest of the period. */
const isKnown = async (needs: TracingNeeds, opened: OpenCase): Promise<boolean> =>
  opened.rider.personId !== undefined || (await traceCase(needs, opened)).rides.length > 0;

/** Whether an infectious period can be asked about. */
function isPeriod(
  settings: CitySettings,
  { infectiousFrom, infectiousTo, hours }: Pick<CaseRecord, 'infectiousFrom' | 'infectiousTo' | 'hours'>,
  today: Day,
): boolean {
  const { lookBackDays } = parametersOn(settings, infectiousTo);
  const oldest = addDays(infectiousTo, -lookBackDays);
  const isBackwards = hours !== undefined && infectiousFrom === infectiousTo && hours.from >= hours.to;
  return infectiousFrom <= infectiousTo && infectiousTo <= today && infectiousFrom >= oldest && !isBackwards;
}
