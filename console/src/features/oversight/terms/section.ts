import { morningTopic } from '../../../client/morning';
import type { Section } from '../../../client/section';
import { opensLater } from '../../../ui/placeholders';

/** W-31, X-07: what riders are told where they scan, and what riding takes. */
export const termsSection: Section = {
  path: '/terms',
  name: { zh: '告示与准入', en: 'Announcements and rules' },
  group: 'places',
  opensWith: ['oversight.list-announcements', 'oversight.list-rules'],
  calls: [
    'oversight.save-announcement',
    'oversight.remove-announcement',
    'oversight.propose-rule',
    'oversight.decide-rule',
    'venues.find-places',
  ],
  morning: morningTopic(['oversight.list-rules'], async (asking) => (await import('./morning')).ruleLines(asking)),
  capability: 'city',
  Screen: opensLater(async () => (await import('./terms-screen')).TermsScreen),
};
