import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import { addDays, type Day, dayOf } from '@tongcheng/shared/time';
import type { Asking, MorningLine } from '../../client/morning';
import type { ServerReply } from '../../client/use-query';
import { offRouteSum } from './group-departures';
import { loadDayBy } from './load-day';
import { coachMorningTexts } from './texts';

/** L-10: whether the departures of yesterday were registered completely; L-09: and whose ledgers are overdue since last night. */
export const coachLines = async ({
  call,
  city,
  now,
}: Asking<'coaches.list-day-departures'>): Promise<ServerReply<readonly MorningLine[]>> => {
  const day = addDays(dayOf(now), -1);
  const reply = await loadDayBy(call, city, day);
  if (!reply.ok) return reply;
  const { departures, ledgersDue } = reply.value;
  const due = ledgersDue === day ? reply : await loadDayBy(call, city, ledgersDue);
  if (!due.ok) return due;
  const overdue = ledgersDue === day ? [] : overdueLines(ledgersDue, due.value.departures);
  return { ok: true, value: [...completenessLines(day, departures), ...offRouteLines(day, departures), ...overdue] };
};

type Departures = readonly DayDeparture[];

const linkTo = (day: Day, state?: string) =>
  `/coaches?coaches.day=${day}${state === undefined ? '' : `&departures.state=${state}`}` as const;

/** Nothing where no departure of the day had to be registered. */
function completenessLines(day: Day, departures: Departures): readonly MorningLine[] {
  const countOf = (standing: DayDeparture['standing']) =>
    departures.filter((each) => each.standing === standing).length;
  const [incomplete, awaited] = [countOf('incomplete'), countOf('ledger-awaited')];
  const fills = { day, departures: incomplete + awaited + countOf('complete'), incomplete, awaited };
  if (fills.departures === 0) return [];
  const { state, kind, words } = incomplete > 0 ? told.incomplete : awaited > 0 ? told.awaited : told.complete;
  return [{ id: day, kind, words: (say) => say(words, fills), to: linkTo(day, state) }];
}

const told = {
  incomplete: { state: 'incomplete', kind: 'wrong', words: coachMorningTexts.incomplete },
  awaited: { state: 'ledger-awaited', kind: 'course', words: coachMorningTexts.awaited },
  complete: { state: undefined, kind: 'done', words: coachMorningTexts.complete },
} as const;

/** A code shown in another coach. */
function offRouteLines(day: Day, departures: Departures): readonly MorningLine[] {
  const { people, coaches } = offRouteSum(departures.filter(({ phase }) => phase !== 'cancelled'));
  if (people === 0) return [];
  const words = { day, n: people, departures: coaches };
  const to = linkTo(day, 'off-route');
  return [{ id: `${day} off-route`, kind: 'wrong', words: (say) => say(coachMorningTexts.offRoute, words), to }];
}

/** L-09: of the day whose ledgers had to be in by now, those that are not. */
function overdueLines(day: Day, departures: Departures): readonly MorningLine[] {
  const n = departures.filter(({ lacks }) => lacks === 'ledger').length;
  if (n === 0) return [];
  const to = linkTo(day, 'incomplete');
  return [{ id: `${day} ledgers`, kind: 'wrong', words: (say) => say(coachMorningTexts.overdue, { day, n }), to }];
}
