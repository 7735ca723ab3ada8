import type { Section } from '../../../client/section';
import { opensLater } from '../../../ui/placeholders';

/** W-30: the city's guide, for every official. */
export const guideSection: Section = {
  path: '/guide',
  name: { zh: '指南', en: 'Guide' },
  group: 'system',
  opensWith: ['venues.get-city'],
  morning: 'nothing',
  Screen: opensLater(async () => (await import('./guide-screen')).GuideScreen),
};
