import { morningTopic } from '../../client/morning';
import type { Section } from '../../client/section';
import { opensLater } from '../../ui/placeholders';

/** L-09, L-10: the departures of a day, the story of each, and ledgers to be filed. */
export const coachesSection: Section = {
  path: '/coaches',
  name: { zh: '客运班次', en: 'Coaches' },
  group: 'riding',
  opensWith: ['coaches.list-day-departures'],
  calls: ['coaches.count-tickets', 'coaches.tell-departure', 'coaches.file-ledger'],
  morning: morningTopic(['coaches.list-day-departures'], async (asking) =>
    (await import('./morning')).coachLines(asking),
  ),
  capability: 'coaches',
  Screen: opensLater(async () => (await import('./coaches-screen')).CoachesScreen),
};
