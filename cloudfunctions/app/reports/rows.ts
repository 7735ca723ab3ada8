import { reportKeyOf, storedReportKey } from '@tongcheng/shared/reports/report-key';
import { isSubjectName } from '@tongcheng/shared/reports/subjects';
import type { DeliveryRow, RecipientRow, ReportRow } from '@tongcheng/shared/reports/wire';
import { proposalMs, proposalOf } from './recipients/proposal';
import type { DeliveryRecord, RecipientRecord, ReportRecord } from './records';

/** A report as officials see it. */
export const reportRow = (report: ReportRecord): ReportRow => {
  const { _id, version, form, formedAt, rows, riders, incomplete, bytes, sha256, passwordProtected } = report;
  return {
    reportId: _id,
    ...storedReportKey(reportKeyOf(report)),
    version,
    form,
    formedAt,
    rows,
    riders,
    incomplete,
    bytes,
    sha256,
    passwordProtected,
    ...(report.refused !== undefined && { refused: report.refused }),
    ...(report.awaitsRelease && report.releasedAt === undefined && { awaitsRelease: true as const }),
  };
};

/** A delivery as officials see it; `address` is the recipient's. */
export const deliveryRow = (delivery: DeliveryRecord, address: string): DeliveryRow => {
  const { _id, reportId, version, messageId, state, attempts, queuedAt, repeats } = delivery;
  const { sentAt, lastAnswer, nextAttemptAt } = delivery;
  return {
    deliveryId: _id,
    ...storedReportKey(reportKeyOf(delivery)),
    ...{ reportId, version, recipient: address, messageId, state, attempts, queuedAt, repeats },
    ...(sentAt !== undefined && { sentAt }),
    ...(nextAttemptAt > 0 && state === 'queued' && { nextAttemptAt }),
    ...(lastAnswer !== undefined && { lastAnswer }),
  };
};

/** A recipient as officials see it. */
export const recipientRow = (recipient: RecipientRecord): RecipientRow => {
  const { _id, city, address, form, state, proposedBy, proposedAt, approvedBy, activeFrom, level, subjects } =
    recipient;
  const { medium, askAnswer, askAt } = recipient;
  const proposal = proposalOf(recipient);
  return {
    recipientId: _id,
    ...{ city, address, form, state, proposedBy, proposedAt },
    ...(medium !== undefined && { medium }),
    ...(level !== undefined && { level }),
    ...(subjects !== undefined && { subjects: subjects.filter(isSubjectName) }),
    ...(proposal && {
      proposal: proposal.digest,
      waits: { by: proposal.by, reason: proposal.reason, until: proposal.at + proposalMs },
    }),
    ...(approvedBy !== undefined && { approvedBy }),
    ...(activeFrom !== undefined && { activeFrom }),
    ...(state === 'approved' && askAnswer !== undefined && { askAnswer, ...(askAt > 0 && { askAgainAt: askAt }) }),
  };
};
