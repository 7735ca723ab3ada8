import { morningTopic } from '../../client/morning';
import type { Section } from '../../client/section';
import { opensLater } from '../../ui/placeholders';

/** W-26, X-05: the cases of a city's health office, from their counts to the names under two keys. */
export const tracingSection: Section = {
  path: '/tracing',
  name: { zh: '流调溯源', en: 'Tracing' },
  group: 'riding',
  opensWith: ['tracing.list-cases'],
  calls: [
    'tracing.open-case',
    'tracing.count-exposed',
    'tracing.request-names',
    'tracing.decide-request',
    'tracing.open-names',
    'tracing.end-request',
    'tracing.close-case',
    'tracing.list-measures',
    'tracing.ask-measure',
    'tracing.decide-measure',
    'tracing.end-measure',
    'tracing.open-measure',
    'tracing.list-calls',
    'tracing.record-call',
  ],
  morning: morningTopic(['tracing.list-cases'], async (asking) => (await import('./morning')).caseLines(asking)),
  capability: 'tracing',
  Screen: opensLater(async () => (await import('./tracing-screen')).TracingScreen),
};
