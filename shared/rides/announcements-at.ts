import type { Instant } from '../time';
import type { Mode } from '../venues/kinds';
import type { Announcement } from '../venues/wire';

const none: readonly Announcement[] = [];

/** W-31: the announcements to show where a mode is scanned at an instant; [from, to). */
export const announcementsAt = (
  announcements: readonly Announcement[],
  mode: Mode,
  at: Instant,
): readonly Announcement[] =>
  announcements.length === 0
    ? none
    : announcements.filter((each) => each.from <= at && at < each.to && each.modes.includes(mode));
