import type { Day } from '@tongcheng/shared/time';
import { addDays, dayOf } from '@tongcheng/shared/time';
import { parametersOn } from '@tongcheng/shared/tracing/parameters';
import { personOf } from '../../rides/scanning/scan-subject';
import { manifestRides } from '../reading/manifest-rides';
import { scannedRides } from '../reading/scanned-rides';
import { type SourcedExposure, trace } from '../trace';
import type { OpenCase } from './case-of';
import { type MergedRider, mergeRiders } from './exposed-riders';
import { subjectsOfRider, traceCase } from './trace-case';
import type { TracingNeeds } from './tracing-needs';

/** So many of those exposed are looked at, the surest first: what it reads stays set by the case. */
const mostFirst = 50;

/**
 * Whom those exposed exposed in turn, after they were exposed themselves and no longer than the city looks back: neither the index rider nor those
 * exposed by them are among them. Only under an approval of its own; its callers record the access first.
 */
export async function secondStep(needs: TracingNeeds, opened: OpenCase): Promise<readonly MergedRider[]> {
  const { city } = opened.record;
  const first = await mergeRiders(needs, city, (await traceCase(needs, opened)).exposures);
  const found: SourcedExposure[] = [];
  for (const rider of first.slice(0, mostFirst)) found.push(...(await exposedBy(needs, opened, rider)));
  const own = new Set([...first.map(({ subjectId }) => subjectId), opened.rider.documentSubject]);
  const index = opened.rider.personId;
  return (await mergeRiders(needs, city, found)).filter(
    ({ subjectId }) => !own.has(subjectId) && (index === undefined || personOf(subjectId) !== index),
  );
}

async function exposedBy(
  needs: TracingNeeds,
  { record, settings }: OpenCase,
  { subjectId, told, exposures }: MergedRider,
): Promise<readonly SourcedExposure[]> {
  const personId = personOf(subjectId);
  const facts = personId === undefined ? told : (await needs.vault.reveal([personId], 'tracing')).get(personId);
  const documentSubject = facts ? needs.vault.subjectOf(facts.documentKind, facts.documentNumber) : subjectId;
  const exposedAt = Math.min(...exposures.map(({ shared }) => shared.from));
  const from: Day = exposures.map(({ day }) => day).sort()[0] ?? record.infectiousTo;
  const now = needs.clock.now();
  const latest = addDays(from, parametersOn(settings, from).lookBackDays);
  const question = {
    ...{ city: record.city, settings, asOf: now, from, to: dayOf(now) < latest ? dayOf(now) : latest },
    ...{ subjects: personId === undefined ? [subjectId] : await subjectsOfRider(needs, personId), documentSubject },
  };
  const { exposures: found } = await trace([scannedRides(needs), manifestRides(needs)], question, needs.vehicleLocator);
  return found.filter(({ shared }) => shared.to > exposedAt);
}
