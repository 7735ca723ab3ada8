import { createHash } from 'node:crypto';
import { reportKeyOf, storedReportKey } from '@tongcheng/shared/reports/report-key';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import { type DeliveryRecord, deliveries, type ReportRecord } from '../records';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly publicUrl: string;
}

/** Puts one form of a version into the outbox, a row a recipient; again is once, since each row's id follows from both. */
export async function queueDeliveries(
  needs: Needs,
  report: ReportRecord,
  recipientIds: readonly string[],
): Promise<void> {
  await needs.store.insertMany(
    deliveries,
    recipientIds.map((recipientId) => newDelivery(needs, report, recipientId)),
  );
}

function newDelivery(needs: Needs, report: ReportRecord, recipientId: string): DeliveryRecord {
  const { _id: reportId, version } = report;
  const _id = `${reportId}.${recipientId}`;
  const now = needs.clock.now();
  return {
    ...{ _id, reportId, ...storedReportKey(reportKeyOf(report)), version, recipientId },
    messageId: messageIdOf(_id, 0, needs.publicUrl),
    state: 'queued',
    attempts: 0,
    queuedAt: now,
    nextAttemptAt: now,
    repeats: 0,
  };
}

/**
 * The Message-ID of a delivery: the same for every attempt, so that a recipient's server can tell a duplicate; another one
 * when an official asks for it again, so that the server does not drop what was asked for.
 */
export const messageIdOf = (deliveryId: string, repeats: number, publicUrl: string): string => {
  const digest = createHash('sha256').update(`${deliveryId}\n${repeats}`).digest('hex').slice(0, 32);
  return `<report.${digest}@${domainOf(new URL(publicUrl).hostname)}>`;
};

/** A bare address of a machine is no domain. */
const domainOf = (host: string) => (/[a-z]/i.test(host) && !host.includes(':') ? host : 'tongcheng.invalid');
