import { dayMs, dayOf, dayStart, hourMs, minuteMs } from '@tongcheng/shared/time';
import type { Dice } from '../chance';
import type { Person } from '../people/person';
import type { PlannedScan } from './planned-journey';

const repeatShare = 0.03;
const wrongCodeShare = 0.003;
/** With less than this to the next scan of the same code, a repeat would swallow it. */
const repeatRoomMs = 4 * minuteMs;
const nextDayShare = 0.12;

/** What goes wrong on the way: a code held too long, a dead or false code scanned first, no network. */
export const withMishaps = (acts: readonly PlannedScan[], person: Person, dice: Dice): readonly PlannedScan[] => {
  const scanned = acts.flatMap((act, at) => [
    ...(at === 0 ? wrongCodeBefore(act, dice) : []),
    act,
    ...repeatAfter(act, acts[at + 1], dice),
  ]);
  const lostAt = scanned.findIndex((act) => act.code === 'posted' && dice.happens(person.habits.losesNetwork));
  return lostAt < 0 ? scanned : offlineFrom(scanned, lostAt, dice);
};

/** A sticker that was revoked but still hangs, or one that somebody forged: then the right one beside it. */
function wrongCodeBefore(act: PlannedScan, dice: Dice): readonly PlannedScan[] {
  if (!dice.happens(wrongCodeShare)) return [];
  return [{ ...act, at: act.at - 15_000, code: dice.happens(0.5) ? 'forged' : 'revoked' }];
}

function repeatAfter(act: PlannedScan, next: PlannedScan | undefined, dice: Dice): readonly PlannedScan[] {
  if (!dice.happens(repeatShare) || (next && next.at - act.at < repeatRoomMs)) return [];
  return [{ ...act, at: act.at + 15_000 + dice.below(70_000), step: 'repeat' }];
}

/** From here to when the network is back every scan is kept; a few phones are only opened again the next morning. */
function offlineFrom(acts: readonly PlannedScan[], lostAt: number, dice: Dice): readonly PlannedScan[] {
  const from = acts[lostAt]?.at ?? 0;
  const morning = dayStart(dayOf(from)) + dayMs + 7 * hourMs + dice.below(3 * hourMs);
  const backAt = dice.happens(nextDayShare) ? morning : from + 4 * minuteMs + dice.below(50 * minuteMs);
  return acts.map((act, at) =>
    at >= lostAt && act.at < backAt && act.code === 'posted' ? { ...act, deliverAt: backAt } : act,
  );
}
