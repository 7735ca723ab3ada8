import { morningTopic } from '../../client/morning';
import type { Section } from '../../client/section';
import { opensLater } from '../../ui/placeholders';

/** Figures of the day as it goes on. */
export const liveFiguresSection: Section = {
  path: '/live',
  name: { zh: '实时数字', en: 'Live' },
  group: 'riding',
  opensWith: ['rides.live-figures'],
  calls: ['rides.line-load'],
  morning: morningTopic(['rides.live-figures'], async (asking) => (await import('./morning')).dayLines(asking)),
  capability: 'city',
  Screen: opensLater(async () => (await import('./live-figures-screen')).LiveFiguresScreen),
};

/** W-04: refusals of a day by line and reason. */
export const refusalsSection: Section = {
  path: '/refusals',
  name: { zh: '拒乘', en: 'Refusals' },
  group: 'riding',
  opensWith: ['rides.list-refusals'],
  morning: 'nothing',
  capability: 'city',
  Screen: opensLater(async () => (await import('./refusals-screen')).RefusalsScreen),
};

/** missing ends, registrations by others and repeats, by line, vehicle and staff. */
export const qualitySection: Section = {
  path: '/quality',
  name: { zh: '登记质量', en: 'Quality of registration' },
  group: 'riding',
  opensWith: ['rides.registration-quality'],
  morning: 'nothing',
  capability: 'city',
  Screen: opensLater(async () => (await import('./quality-screen')).QualityScreen),
};
