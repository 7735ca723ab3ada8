import type { Section } from '../../../client/section';
import { opensLater } from '../../../ui/placeholders';

/** who opened personal data, when and why, and whether the log is whole. */
export const accessLogSection: Section = {
  path: '/access-log',
  name: { zh: '访问记录', en: 'Access log' },
  group: 'people',
  opensWith: ['oversight.list-accesses'],
  calls: ['oversight.check-accesses'],
  morning: 'nothing',
  Screen: opensLater(async () => (await import('./access-log-screen')).AccessLogScreen),
};
