import { morningTopic } from '../../../client/morning';
import type { Section } from '../../../client/section';
import { ServicesScreen } from './services-screen';

/** Outside services and the timer's work: how they answered and ran last. */
export const servicesSection: Section = {
  path: '/services',
  name: { zh: '外部服务与定时任务', en: 'Services and timers' },
  group: 'system',
  opensWith: ['oversight.get-operation'],
  calls: ['reports.list-reports'],
  morning: morningTopic(['oversight.get-operation'], async (asking) =>
    (await import('./morning')).serviceLines(asking),
  ),
  Screen: ServicesScreen,
};
