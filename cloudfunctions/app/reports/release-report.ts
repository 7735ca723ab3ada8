import type { releaseReport as endpoint } from '@tongcheng/shared/reports/api';
import { reportKeyOf } from '@tongcheng/shared/reports/report-key';
import { fail, ok } from '@tongcheng/shared/result';
import { oversees } from '@tongcheng/shared/scope';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import { plans, type ReportRecord, reports } from './records';
import { reportRow } from './rows';
import { queueDeliveries } from './sending/queue-deliveries';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
  readonly publicUrl: string;
}

/**
 * Releases every form of a version that waits for a review: what was planned for its recipients goes into the outbox.
 * The rows are queued before the reports say so; whoever dies between the two releases again, which queues nothing twice.
 */
export const releaseReport: UseCase<typeof endpoint, Needs> = async (needs, caller, { reportId }) => {
  const report = await needs.store.get(reports, reportId);
  if (!report || report.forgottenAt !== undefined) return fail('report-unknown');
  const { level, city, day } = reportKeyOf(report);
  if (!oversees(caller, { level, code: city })) return fail('report-not-yours');
  if (report.awaitsRelease === undefined || report.releasedAt !== undefined) return fail('nothing-to-release');
  const plan = await needs.store.get(plans, report.planId);
  if (plan?.state !== 'formed') return fail('nothing-to-release');
  const access = { who: caller.officialId, city, day, what: plan._id, reason: 'release', counts: {} };
  await recordAccess(needs, { purpose: 'report-delivery', ...access });
  const { items } = await needs.store.find(reports, { where: { planId: plan._id }, limit: 10 });
  const released: ReportRecord[] = [];
  for (const { _v, ...form } of items) {
    const recipientIds = plan.forms.find((planned) => planned.form === form.form)?.recipientIds ?? [];
    await queueDeliveries(needs, form, recipientIds);
    const next = { ...form, releasedAt: needs.clock.now(), releasedBy: caller.officialId };
    await needs.store.update(reports, next, _v);
    released.push(next);
  }
  return ok({ reports: released.map(reportRow) });
};
