import type { DeliveryRow, RecipientRow, ReportRow } from '@tongcheng/shared/reports/wire';
import type { DeliveryRecord, RecipientRecord, ReportRecord } from './records';

/** A report as officials see it. */
export const reportRow = (report: ReportRecord): ReportRow => {
  const { _id, city, day, version, form, formedAt, rows, riders, incomplete, bytes, sha256, passwordProtected } =
    report;
  return {
    reportId: _id,
    city,
    day,
    version,
    form,
    formedAt,
    rows,
    riders,
    incomplete,
    bytes,
    sha256,
    passwordProtected,
  };
};

/** A delivery as officials see it; `address` is the recipient's. */
export const deliveryRow = (delivery: DeliveryRecord, address: string): DeliveryRow => {
  const { _id, reportId, city, day, version, messageId, state, attempts, queuedAt, repeats } = delivery;
  const { sentAt, lastAnswer, nextAttemptAt } = delivery;
  return {
    deliveryId: _id,
    ...{ reportId, city, day, version, recipient: address, messageId, state, attempts, queuedAt, repeats },
    ...(sentAt !== undefined && { sentAt }),
    ...(nextAttemptAt > 0 && state === 'queued' && { nextAttemptAt }),
    ...(lastAnswer !== undefined && { lastAnswer }),
  };
};

/** A recipient as officials see it. */
export const recipientRow = (recipient: RecipientRecord): RecipientRow => {
  const { _id, city, address, form, state, proposedBy, proposedAt, approvedBy, activeFrom } = recipient;
  return {
    recipientId: _id,
    ...{ city, address, form, state, proposedBy, proposedAt },
    ...(approvedBy !== undefined && { approvedBy }),
    ...(activeFrom !== undefined && { activeFrom }),
  };
};
