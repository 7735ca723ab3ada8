import { addDays, hourOf } from '@tongcheng/shared/time';
import type { Asking, MorningLine } from '../../client/morning';
import type { ServerReply } from '../../client/use-query';
import { formatCount } from '../../ui/format';
import { rideMorningTexts as texts } from './texts';

const sum = (counts: readonly number[]): number => counts.reduce((one, other) => one + other, 0);

/** A change in whole per cent, with its sign. */
const changeOf = (now: number, before: number): string => {
  const change = Math.round(((now - before) / before) * 100);
  return change > 0 ? `+${change}` : String(change);
};

/** Today's scans, and those of its whole hours beside the same hours of the same weekday before. */
export const dayLines = async ({
  call,
  city,
}: Asking<'rides.live-figures'>): Promise<ServerReply<readonly MorningLine[]>> => {
  const today = await call('rides.live-figures', { city });
  if (!today.ok) return today;
  const { day, asOf, scans, byHour, refused } = today.value;
  const before = await call('rides.live-figures', { city, day: addDays(day, -7) });
  if (!before.ok) return before;
  const hour = hourOf(asOf);
  const [now, earlier] = [sum(byHour.slice(0, hour)), sum(before.value.byHour.slice(0, hour))];
  const fills = {
    hour,
    now: formatCount(now),
    earlier: formatCount(earlier),
    change: earlier > 0 ? changeOf(now, earlier) : '',
  };
  const compared: MorningLine = {
    id: 'compared',
    kind: 'course',
    words: (say) => say(earlier > 0 ? texts.compared : texts.notCompared, fills),
    to: '/live',
  };
  const counts = { scans: formatCount(scans), refused: formatCount(refused) };
  const sofar: MorningLine = { id: 'so-far', kind: 'course', words: (say) => say(texts.soFar, counts), to: '/live' };
  return { ok: true, value: hour === 0 ? [sofar] : [sofar, compared] };
};
