import type { Section } from '../../client/section';
import { LiveFiguresScreen } from './live-figures-screen';

/** Figures of the day as it goes on. */
export const liveFiguresSection: Section = {
  path: '/live',
  name: { zh: '实时数字', en: 'Live' },
  opensWith: ['rides.live-figures'],
  capability: 'city',
  Screen: LiveFiguresScreen,
};
