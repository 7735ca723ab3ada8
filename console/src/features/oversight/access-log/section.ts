import type { Section } from '../../../client/section';
import { AccessLogScreen } from './access-log-screen';

/** who opened personal data, when and why, and whether the log is whole. */
export const accessLogSection: Section = {
  path: '/access-log',
  name: { zh: '访问记录', en: 'Access log' },
  opensWith: ['oversight.list-accesses'],
  calls: ['oversight.check-accesses'],
  morning: 'nothing',
  Screen: AccessLogScreen,
};
