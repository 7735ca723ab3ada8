import { dayMs, type Instant } from '@tongcheng/shared/time';
import { plainText } from '@tongcheng/shared/typed-text';
import { modes } from '@tongcheng/shared/venues/kinds';
import type { Announcement } from '@tongcheng/shared/venues/wire';
import { draftsOf } from '../../../ui/drafts';
import { instantOf, wallTime } from '../../../ui/format';

/** An announcement as it is typed. */
export interface AnnouncementForm {
  readonly noticeId: string;
  readonly zh: string;
  readonly en: string;
  readonly modes: Announcement['modes'];
  readonly from: string;
  readonly to: string;
}

/** Announcements that were begun and not saved. */
export const announcementDrafts = draftsOf<AnnouncementForm>('announcement');

/** Of one that there is as it is; a new one shows for thirty days in every mode. */
export const announcementFormOf = (announcement: Announcement | undefined, now: Instant): AnnouncementForm => ({
  noticeId: announcement?.noticeId ?? `console-${now.toString(36)}`,
  zh: announcement?.text.zh ?? '',
  en: announcement?.text.en ?? '',
  modes: announcement?.modes ?? [...modes],
  from: wallTime(announcement?.from ?? now),
  to: wallTime(announcement?.to ?? now + 30 * dayMs),
});

/** The announcement that a form describes; undefined while something is missing. */
export function announcementOf(form: AnnouncementForm): Announcement | undefined {
  const text = { zh: plainText(form.zh), en: plainText(form.en) };
  const [from, to] = [instantOf(form.from), instantOf(form.to)];
  if (text.zh === '' || text.en === '' || form.modes.length === 0) return undefined;
  if (from === undefined || to === undefined || from >= to) return undefined;
  return { noticeId: form.noticeId, text, modes: [...form.modes], from, to };
}
