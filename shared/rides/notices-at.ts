import type { Instant } from '../time';
import type { Mode } from '../venues/kinds';
import type { Notice } from '../venues/wire';

const none: readonly Notice[] = [];

/** W-31: the notices to show where a mode is scanned at an instant; [from, to). */
export const noticesAt = (notices: readonly Notice[], mode: Mode, at: Instant): readonly Notice[] =>
  notices.length === 0
    ? none
    : notices.filter((notice) => notice.from <= at && at < notice.to && notice.modes.includes(mode));
