import { reportWords } from '@tongcheng/shared/reports/message-words';
import { reportKeyOf } from '@tongcheng/shared/reports/report-key';
import type { SubjectFacts } from '@tongcheng/shared/reports/subjects';
import type { Alert } from '../../../ports/notifier';
import { type ScopeNeeds, scopeOf } from '../../venues/scope-of';
import type { DeliveryRecord, ReportRecord } from '../records';
import type { SendingNeeds } from './needs';
import { fileNameOf, linkSeconds } from './report-mail';

/**
 * The message of a delivery to an account of WeChat: which report is there, and the link of a mail by link, whatever the city chose for
 * mail. Its id is that of the delivery at every attempt, and another one when an official asks for it again.
 */
export async function reportMessage(
  needs: Pick<SendingNeeds, 'objects'> & ScopeNeeds,
  delivery: DeliveryRecord,
  report: ReportRecord,
  account: string,
  facts: SubjectFacts,
): Promise<Alert> {
  const { level, city: code } = reportKeyOf(report);
  const city = (await scopeOf(needs, { level, code }))?.settings.name ?? { zh: code, en: code };
  const link = await needs.objects.link(report.key, { ttlSeconds: linkSeconds, fileName: fileNameOf(report) });
  return {
    alertId: delivery.messageId,
    kind: 'report-ready',
    medium: 'wechat',
    address: account,
    words: reportWords({ ...report, city, facts }, link.expiresAt),
    link: link.url,
  };
}
