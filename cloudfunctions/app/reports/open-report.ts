import type { OfficialCaller } from '@tongcheng/shared/caller';
import { mayOpen, type OpeningReason } from '@tongcheng/shared/reports/entitlement';
import { reportKeyOf } from '@tongcheng/shared/reports/report-key';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { oversees } from '@tongcheng/shared/scope';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import { recordAccess } from '../audit/record-access';
import { type ReportRecord, reports } from './records';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
}

/** A report that an official may open for a reason; when this succeeds the access is on record already (safety rule 9). */
export async function openReport(
  needs: Needs,
  caller: OfficialCaller,
  input: { readonly reportId: string; readonly purpose: OpeningReason },
  purpose: 'report-download' | 'report-password',
): Promise<Result<ReportRecord, 'report-unknown' | 'report-not-yours'>> {
  const report = await needs.store.get(reports, input.reportId);
  if (!report || report.forgottenAt !== undefined) return fail('report-unknown');
  const { city, day, form, riders, rows } = report;
  if (
    !oversees(caller, { level: reportKeyOf(report).level, code: city }) ||
    !mayOpen(caller.roles, form, input.purpose)
  )
    return fail('report-not-yours');
  const access = {
    who: caller.officialId,
    city,
    day,
    what: report._id,
    reason: input.purpose,
    counts: { riders, rows },
  };
  await recordAccess(needs, { purpose, ...access });
  return ok(report);
}
