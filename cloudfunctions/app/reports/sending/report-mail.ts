import { reportSubject, reportText } from '@tongcheng/shared/reports/mail-text';
import { reportKeyOf, reportName, type StoredReportKey } from '@tongcheng/shared/reports/report-key';
import type { SubjectFacts } from '@tongcheng/shared/reports/subjects';
import { dayMs } from '@tongcheng/shared/time';
import type { Mail } from '../../../ports/mailer';
import { headFor } from '../../audit/anchor-access-log';
import { type ScopeNeeds, scopeOf } from '../../venues/scope-of';
import { xlsxType } from '../../workbooks/write-workbook';
import type { DeliveryRecord, ReportRecord } from '../records';
import type { SendingNeeds } from './needs';

/** How long a link in a mail or a message opens the report. */
export const linkSeconds = (7 * dayMs) / 1_000;

/** The name under which a report is saved. */
export const fileNameOf = (report: StoredReportKey & Pick<ReportRecord, 'version' | 'form'>): string =>
  `tongcheng-${reportName(reportKeyOf(report)).split('.').join('-')}-v${report.version}-${report.form}.xlsx`;

/**
 * The mail of a delivery. Everything but a link is the same at each attempt; a link is made anew, so that its time is whole.
 * The attached file is the stored one, byte for byte.
 */
export async function reportMail(
  needs: Pick<SendingNeeds, 'objects' | 'store' | 'maxAttachmentBytes'> & ScopeNeeds,
  delivery: DeliveryRecord,
  report: ReportRecord,
  address: string,
  facts: SubjectFacts,
): Promise<Mail> {
  const fileName = fileNameOf(report);
  const { protection, key, bytes } = report;
  const { level, city: code } = reportKeyOf(report);
  const city = (await scopeOf(needs, { level, code }))?.settings.name ?? { zh: code, en: code };
  const attached = protection !== 'link' && bytes <= needs.maxAttachmentBytes;
  const link = attached ? {} : { link: await needs.objects.link(key, { ttlSeconds: linkSeconds, fileName }) };
  const head = await headFor(needs.store, delivery.queuedAt);
  const mail = { ...report, city, facts, ...link, ...(head && { auditHead: { day: head._id, hash: head.hash } }) };
  const content = () => needs.objects.get(key);
  return {
    messageId: delivery.messageId,
    date: delivery.queuedAt,
    to: [address],
    subject: reportSubject(mail),
    text: reportText(mail),
    attachments: attached ? [{ fileName, contentType: xlsxType, content }] : [],
  };
}
