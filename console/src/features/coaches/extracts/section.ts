import { morningTopic } from '../../../client/morning';
import type { Section } from '../../../client/section';
import { opensLater } from '../../../ui/placeholders';

/** L-11, L-13: departures found without names, manifests for a purpose, and extracts that need two officials. */
export const extractsSection: Section = {
  path: '/coach-extracts',
  name: { zh: '客运摘录', en: 'Coach extracts' },
  group: 'riding',
  opensWith: ['coaches.list-extracts'],
  calls: [
    'coaches.find-departures',
    'coaches.open-manifest',
    'coaches.request-extract',
    'coaches.decide-extract',
    'coaches.open-extract',
    'coaches.end-extract',
  ],
  morning: morningTopic(['coaches.list-extracts'], async (asking) => (await import('./morning')).extractLines(asking)),
  capability: 'coaches',
  Screen: opensLater(async () => (await import('./extracts-screen')).ExtractsScreen),
};
