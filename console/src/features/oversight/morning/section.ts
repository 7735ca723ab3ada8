import type { Section } from '../../../client/section';
import { MorningScreen } from './morning-screen';

/** What an official has to know first: what is wrong, what waits for them, how the day goes. */
export const morningSection: Section = {
  path: '/morning',
  name: { zh: '今日', en: 'Today' },
  group: 'overview',
  opensWith: ['venues.list-cities'],
  morning: 'nothing',
  Screen: MorningScreen,
};
