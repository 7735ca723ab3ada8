import type { Section } from '../../client/section';
import { opensLater } from '../../ui/placeholders';

/** B-12: cards linked by kind and day. */
export const cardsSection: Section = {
  path: '/cards',
  name: { zh: '绑卡进度', en: 'Cards linked' },
  group: 'riding',
  opensWith: ['cards.linking-progress'],
  morning: 'nothing',
  capability: 'city',
  Screen: opensLater(async () => (await import('./progress-screen')).ProgressScreen),
};
