import { reportSubject, reportText } from '@tongcheng/shared/reports/mail-text';
import { dayMs } from '@tongcheng/shared/time';
import type { Mail } from '../../../ports/mailer';
import type { DeliveryRecord, ReportRecord } from '../records';
import { xlsxType } from '../sheet/write-workbook';
import type { SendingNeeds } from './needs';

/** How long a link in a mail opens the report. */
const linkSeconds = (7 * dayMs) / 1_000;

/** Mail servers commonly refuse more than 25 MB, and a file grows by a third on its way: a larger one goes by link. */
const largestAttachment = 15 * 2 ** 20;

/** The name under which a report is saved. */
export const fileNameOf = ({
  city,
  day,
  version,
  form,
}: Pick<ReportRecord, 'city' | 'day' | 'version' | 'form'>): string =>
  `tongcheng-${city}-${day}-v${version}-${form}.xlsx`;

/**
 * The mail of a delivery. Everything but a link is the same at each attempt; a link is made anew, so that its time is whole.
 * The attached file is the stored one, byte for byte.
 */
export async function reportMail(
  needs: Pick<SendingNeeds, 'objects' | 'cityOf'>,
  delivery: DeliveryRecord,
  report: ReportRecord,
  address: string,
): Promise<Mail> {
  const fileName = fileNameOf(report);
  const { protection, key, bytes } = report;
  const city = (await needs.cityOf(report.city))?.name ?? { zh: report.city, en: report.city };
  const attached = protection !== 'link' && bytes <= largestAttachment;
  const link = attached ? {} : { link: await needs.objects.link(key, { ttlSeconds: linkSeconds, fileName }) };
  const mail = { ...report, city, ...link };
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
