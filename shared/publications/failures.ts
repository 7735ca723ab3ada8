import { failureCatalogue } from '../failure-entry';

/** Refusals about what is published. */
export const publicationFailures = failureCatalogue({
  'day-not-published': {
    status: 404,
    fault: 'caller',
    retry: 'after-change',
    zh: '这一天没有公开的客流。请从已公开的日期里选择。',
    en: 'No ridership is published for this day. Choose one of the days that are.',
  },
});
