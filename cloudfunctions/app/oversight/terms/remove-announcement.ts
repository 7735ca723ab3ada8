import type { removeAnnouncement as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { UseCase } from '../../use-case';
import { changeTerms } from './change-city-terms';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
}

/** Takes an announcement down. */
export const removeAnnouncement: UseCase<typeof endpoint, Needs> = async (needs, caller, { city, noticeId }) => {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const changed = await changeTerms(needs, city, ({ notices }, terms) => {
    const announcements = notices.filter((each) => each.noticeId !== noticeId);
    return announcements.length < notices.length
      ? { ...terms, announcements }
      : { refused: 'announcement-unknown' as const };
  });
  return 'refused' in changed ? fail(changed.refused) : ok({ announcements: changed.notices });
};
