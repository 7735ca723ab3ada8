import type { Section } from '../../../client/section';
import { SystemsScreen } from './systems-screen';

/** All systems of all the official's cities: what runs, what waits, what is wrong. */
export const systemsSection: Section = {
  path: '/systems',
  name: { zh: '所有系统', en: 'All systems' },
  group: 'overview',
  opensWith: ['venues.list-cities'],
  morning: 'nothing',
  Screen: SystemsScreen,
};
