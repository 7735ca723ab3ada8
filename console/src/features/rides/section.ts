import { morningTopic } from '../../client/morning';
import type { Section } from '../../client/section';
import { LiveFiguresScreen } from './live-figures-screen';
import { RefusalsScreen } from './refusals-screen';

/** Figures of the day as it goes on. */
export const liveFiguresSection: Section = {
  path: '/live',
  name: { zh: '实时数字', en: 'Live' },
  opensWith: ['rides.live-figures'],
  morning: morningTopic(['rides.live-figures'], async (asking) => (await import('./morning')).dayLines(asking)),
  capability: 'city',
  Screen: LiveFiguresScreen,
};

/** W-04: refusals of a day by line and reason. */
export const refusalsSection: Section = {
  path: '/refusals',
  name: { zh: '拒乘', en: 'Refusals' },
  opensWith: ['rides.list-refusals'],
  morning: 'nothing',
  capability: 'city',
  Screen: RefusalsScreen,
};
