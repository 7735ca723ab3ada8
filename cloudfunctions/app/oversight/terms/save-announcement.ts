import type { saveAnnouncement as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Announcement } from '@tongcheng/shared/venues/wire';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { UseCase } from '../../use-case';
import { changeTerms } from './change-city-terms';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
}

/** As many as one list on a phone can hold at most. */
const maxAnnouncements = 50;

/** W-31: adds an announcement, or puts it in the place of the one with its id. It shows where people scan within seconds. */
export const saveAnnouncement: UseCase<typeof endpoint, Needs> = async (needs, caller, { city, announcement }) => {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  if (!isComplete(announcement)) return fail('announcement-incomplete');
  const changed = await changeTerms(needs, city, (settings, terms) => {
    const place = settings.notices.findIndex(({ noticeId }) => noticeId === announcement.noticeId);
    if (place < 0 && settings.notices.length >= maxAnnouncements) return { refused: 'announcement-limit' as const };
    const announcements = place < 0 ? [...settings.notices, announcement] : settings.notices.with(place, announcement);
    return { ...terms, announcements };
  });
  return 'refused' in changed ? fail(changed.refused) : ok({ announcements: changed.notices });
};

/** Both languages, a mode at least, and an end after its beginning. */
const isComplete = ({ noticeId, text, modes, from, to }: Announcement): boolean =>
  noticeId !== '' && text.zh.trim() !== '' && text.en.trim() !== '' && modes.length > 0 && from < to;
