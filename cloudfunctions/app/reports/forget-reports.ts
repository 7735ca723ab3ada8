import { periodEnd } from '@tongcheng/shared/reports/due';
import { isSameReport, type ReportKey, reportKeyOf, type StoredReportKey } from '@tongcheng/shared/reports/report-key';
import { addDays, type Day, dayOf } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { ObjectStore } from '../../ports/object-store';
import type { ScopeSettings } from '../venues/scope-of';
import { attemptKeys } from './forming/attempt-keys';
import { plans, reports } from './records';
import { reportSubjects } from './subjects/list';
import type { ReportSubject } from './subjects/subject';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly objects: ObjectStore;
}

/**
 * Destroys the files of a report when the retention of what it tells ends (X-03: for rides the day's key goes in the same
 * breath). What was counted and sent stays known. Doing it again is no harm.
 */
export async function forgetReports({ store, clock, objects }: Needs, stored: StoredReportKey): Promise<void> {
  const { city, day } = stored;
  for (const plan of (await store.find(plans, { where: { city, day }, limit: 1_000 })).items) {
    if (!isSameReport(plan, stored)) continue;
    for (const key of attemptKeys(plan)) await objects.delete(key);
  }
  for (const { _v, ...report } of (await store.find(reports, { where: { city, day }, limit: 1_000 })).items) {
    if (report.forgottenAt !== undefined || !isSameReport(report, stored)) continue;
    await store.update(reports, { ...report, forgottenAt: clock.now() }, _v);
  }
}

/**
 * Destroys the files of every report that is older than its subject is kept. Goes back in time, for each subject until it
 * meets a report whose file is gone already: what is older was forgotten by an earlier run.
 */
export async function forgetPastReports(
  needs: Needs,
  scope: ScopeSettings,
  subjects: readonly ReportSubject[] = reportSubjects,
): Promise<void> {
  for (const subject of subjects.filter(({ level }) => level === scope.level)) {
    const before = addDays(dayOf(needs.clock.now()), -subject.keptDays(scope));
    for (const key of await pastKeys(needs.store, subject, scope, before)) await forgetReports(needs, key);
  }
}

async function pastKeys(
  store: DocumentStore,
  subject: ReportSubject,
  { code }: ScopeSettings,
  before: Day,
): Promise<readonly ReportKey[]> {
  const past: ReportKey[] = [];
  const where = { city: code, day: { lt: before } } as const;
  for await (const batch of store.stream(reports, { where, order: { by: 'day', direction: 'desc' } }))
    for (const report of batch) {
      const key = reportKeyOf(report);
      if (key.subject !== subject.name || key.level !== subject.level) continue;
      if (report.forgottenAt !== undefined) return past;
      if (periodEnd(key.period, key.day) < before) past.push(key);
    }
  return past;
}
