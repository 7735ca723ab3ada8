import { addDays, dayOf } from '@tongcheng/shared/time';
import type { Asking, MorningLine } from '../../client/morning';
import type { ServerReply } from '../../client/use-query';
import { offRouteSum } from './group-departures';
import { loadDayBy } from './load-day';
import { coachMorningTexts } from './texts';

/** L-10: whether the departures of yesterday were registered completely. */
export const coachLines = async ({
  call,
  city,
  now,
}: Asking<'coaches.list-day-departures'>): Promise<ServerReply<readonly MorningLine[]>> => {
  const day = addDays(dayOf(now), -1);
  const reply = await loadDayBy(call, city, day);
  if (!reply.ok) return reply;
  const ran = reply.value.departures.filter(({ phase }) => phase !== 'cancelled');
  const incomplete = ran.filter(({ complete }) => !complete).length;
  if (ran.length === 0) return { ok: true, value: [] };
  const fills = { day, departures: ran.length, incomplete };
  const words = incomplete > 0 ? coachMorningTexts.incomplete : coachMorningTexts.complete;
  const kind = incomplete > 0 ? ('wrong' as const) : ('done' as const);
  const to = `/coaches?coaches.day=${day}${incomplete > 0 ? '&departures.state=incomplete' : ''}` as const;
  const line: MorningLine = { id: day, kind, words: (say) => say(words, fills), to };
  const { people, coaches } = offRouteSum(ran);
  if (people === 0) return { ok: true, value: [line] };
  const copied: MorningLine = {
    id: `${day} off-route`,
    kind: 'wrong',
    words: (say) => say(coachMorningTexts.offRoute, { day, n: people, departures: coaches }),
    to: `/coaches?coaches.day=${day}&departures.state=off-route`,
  };
  return { ok: true, value: [line, copied] };
};
