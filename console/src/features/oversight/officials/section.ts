import { morningTopic } from '../../../client/morning';
import type { Section } from '../../../client/section';
import { opensLater } from '../../../ui/placeholders';

/** who the officials are, what they may do and where; every change by two persons. */
export const officialsSection: Section = {
  path: '/officials',
  name: { zh: '管理人员与角色', en: 'Officials and roles' },
  group: 'people',
  opensWith: ['oversight.list-officials', 'oversight.list-official-changes'],
  calls: ['oversight.propose-official-change', 'oversight.decide-official-change'],
  morning: morningTopic(['oversight.list-official-changes'], async (asking) =>
    (await import('./morning')).officialLines(asking),
  ),
  Screen: opensLater(async () => (await import('./officials-screen')).OfficialsScreen),
};
