import { addDays, dayOf } from '@tongcheng/shared/time';
import type { Asking, MorningLine } from '../../client/morning';
import type { ServerReply } from '../../client/use-query';
import { formatCount } from '../../ui/format';
import { hoursOver, scansIn } from './day-comparison';
import { rideMorningTexts as texts } from './texts';

/** A change in whole per cent, with its sign. */
const changeOf = (now: number, before: number): string => {
  const change = Math.round(((now - before) / before) * 100);
  return change > 0 ? `+${change}` : String(change);
};

/** Today's scans, and those of its whole hours beside the same hours of the same weekday before. */
export const dayLines = async ({
  call,
  city,
  now,
}: Asking<'rides.live-figures'>): Promise<ServerReply<readonly MorningLine[]>> => {
  const [today, supposed] = await Promise.all([
    call('rides.live-figures', { city }),
    call('rides.live-figures', { city, day: addDays(dayOf(now), -7) }),
  ]);
  if (!today.ok) return today;
  const { day, scans, byHour, refused } = today.value;
  const weekBefore = addDays(day, -7);
  // Between midnight and the first hour of a service day the day that goes on is the one before.
  const isSupposed = !supposed.ok || supposed.value.day === weekBefore;
  const before = isSupposed ? supposed : await call('rides.live-figures', { city, day: weekBefore });
  if (!before.ok) return before;
  const over = hoursOver(today.value);
  const hour = (over.at(-1) ?? -1) + 1;
  const [sofar, earlier] = [scansIn(byHour, over), scansIn(before.value.byHour, over)];
  const fills = {
    hour,
    now: formatCount(sofar),
    earlier: formatCount(earlier),
    change: earlier > 0 ? changeOf(sofar, earlier) : '',
  };
  const compared: MorningLine = {
    id: 'compared',
    kind: 'course',
    words: (say) => say(earlier > 0 ? texts.compared : texts.notCompared, fills),
    to: '/live',
  };
  const counts = { scans: formatCount(scans), refused: formatCount(refused) };
  const untilNow: MorningLine = { id: 'so-far', kind: 'course', words: (say) => say(texts.soFar, counts), to: '/live' };
  return { ok: true, value: over.length === 0 ? [untilNow] : [untilNow, compared] };
};
