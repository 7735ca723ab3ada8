import { morningTopic } from '../../client/morning';
import type { Section } from '../../client/section';
import { opensLater } from '../../ui/placeholders';

/** appeals of riders, to be answered by a person. */
export const appealsSection: Section = {
  path: '/appeals',
  name: { zh: '申诉', en: 'Appeals' },
  group: 'riding',
  opensWith: ['appeals.list-appeals'],
  calls: ['appeals.open-appeal', 'appeals.answer-appeal'],
  morning: morningTopic(['appeals.list-appeals'], async (asking) => (await import('./morning')).appealLines(asking)),
  capability: 'city',
  Screen: opensLater(async () => (await import('./appeals-screen')).AppealsScreen),
};
