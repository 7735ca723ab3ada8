import { morningTopic } from '../../../client/morning';
import type { Section } from '../../../client/section';
import { opensLater } from '../../../ui/placeholders';

/** L-06: the codes that coach stations post for crews from outside the province. */
export const visitorCodesSection: Section = {
  path: '/visitor-codes',
  name: { zh: '来访司乘码', en: 'Visitor codes' },
  group: 'riding',
  opensWith: ['oversight.get-settings', 'oversight.list-invitations'],
  calls: ['oversight.post-visitor-code', 'oversight.revoke-invitation'],
  morning: morningTopic(['oversight.get-settings', 'oversight.list-invitations'], async (asking) =>
    (await import('./morning')).visitorCodeLines(asking),
  ),
  capability: 'coaches',
  Screen: opensLater(async () => (await import('./visitor-codes-screen')).VisitorCodesScreen),
};
