import type { Text } from '@tongcheng/shared/text';
import type { Instant } from '@tongcheng/shared/time';
import { dayOf, formatInstant, hourMs, minuteMs } from '@tongcheng/shared/time';
import { useEffect, useState } from 'react';
import type { Feed } from './feed';
import { verifyTexts } from './texts';

/** Without an answer for this long nothing on the screen is shown as live any more. */
export const staleAfterMs = 10_000;
/** A scan older than this is no longer about the person who stands here; the rider's own screen expires likewise. */
export const pastAfterMs = 60_000;

/** `live`: answered. `retrying`: the last attempt failed. `stale`: no answer for ten seconds, or never one. */
export type Freshness = 'starting' | 'live' | 'retrying' | 'stale';

/** How far the screen can be believed at `at`, by the tablet's clock. A clock set back counts as silence. */
export const freshnessOf = (feed: Feed, at: Instant): Freshness => {
  if (feed.answeredAt === undefined) return feed.failures === 0 ? 'starting' : 'stale';
  const silenceMs = at - feed.answeredAt;
  if (silenceMs >= staleAfterMs || silenceMs < -staleAfterMs) return 'stale';
  return feed.failures > 0 ? 'retrying' : 'live';
};

const maxPauseMs = 5_000;

/** How long to wait before the next attempt: a second, doubled for each failure in a row, never over five. */
export const nextPollMs = (failures: number): number => Math.min(maxPauseMs, 1_000 * 2 ** Math.min(failures, 8));

/** The clock's time, looked at again every `everyMs`. */
export const useNow = (clock: () => Instant, everyMs: number): Instant => {
  const [at, setAt] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setAt(clock()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return at;
};

/** A moment as a clock shows it, with its day where that is not today: yesterday's scan shall not pass for one of now. */
export const momentText = (moment: Instant, at: Instant): string =>
  formatInstant(moment, dayOf(moment) === dayOf(at) ? 'HH:mm:ss' : 'MM-DD HH:mm:ss');

/** How long ago, in the coarsest unit that still says something: a text with a place for `n`. */
export const elapsedText = (ageMs: number): { readonly text: Text; readonly n: number } => {
  if (ageMs < minuteMs) return { text: verifyTexts.seconds, n: Math.max(0, Math.floor(ageMs / 1_000)) };
  if (ageMs < hourMs) return { text: verifyTexts.minutes, n: Math.floor(ageMs / minuteMs) };
  return { text: verifyTexts.hours, n: Math.floor(ageMs / hourMs) };
};
