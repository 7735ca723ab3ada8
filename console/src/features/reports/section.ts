import { morningTopic } from '../../client/morning';
import type { Section } from '../../client/section';
import { opensLater } from '../../ui/placeholders';
import { RecipientsScreen } from './recipients-screen';

/** the reports of each day and how their deliveries stand. */
export const reportsSection: Section = {
  path: '/reports',
  name: { zh: '报表与发送', en: 'Reports' },
  group: 'reports',
  opensWith: ['reports.list-reports'],
  calls: ['reports.download-report', 'reports.show-password', 'reports.send-again', 'reports.release-report'],
  morning: morningTopic(['reports.list-reports'], async (asking) => (await import('./morning')).reportLines(asking)),
  Screen: opensLater(async () => (await import('./reports-screen')).ReportsScreen),
};

/** Who gets the reports; changes take two officials. */
export const recipientsSection: Section = {
  path: '/recipients',
  name: { zh: '收件人', en: 'Recipients' },
  group: 'reports',
  opensWith: ['reports.list-recipients'],
  calls: ['reports.propose-recipient', 'reports.decide-recipient', 'reports.propose-removal'],
  morning: morningTopic(['reports.list-recipients'], async (asking) =>
    (await import('./morning')).recipientLines(asking),
  ),
  Screen: RecipientsScreen,
};
