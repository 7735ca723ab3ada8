import type { Day } from '@tongcheng/shared/time';
import { diceOf } from '../chance';
import type { Person } from '../people/person';
import { isWorkingDay, slotMinutes, slotsOfDay } from './demand';

/** Somebody who leaves for work or for home. */
export interface Commuter {
  readonly person: Person;
  readonly way: 'to-work' | 'to-home';
}

/** Who sets out in each slot of a day by habit; a few stay at home, fewer go at the weekend. */
export const commutersBySlot = (
  seed: string,
  day: Day,
  people: readonly Person[],
): readonly (readonly Commuter[])[] => {
  const slots: Commuter[][] = Array.from({ length: slotsOfDay }, () => []);
  const dice = diceOf(seed, day, 'commuters');
  const share = isWorkingDay(day) ? 0.93 : 0.22;
  for (const person of people) {
    const { works, leavesHomeMinute, leavesWorkMinute } = person.habits;
    if (!works || !dice.happens(share)) continue;
    slots[slotOf(dice.around(leavesHomeMinute, 7))]?.push({ person, way: 'to-work' });
    if (dice.happens(0.95)) slots[slotOf(dice.around(leavesWorkMinute, 20))]?.push({ person, way: 'to-home' });
  }
  return slots;
};

function slotOf(minute: number): number {
  return Math.min(slotsOfDay - 1, Math.max(0, Math.floor(minute / slotMinutes)));
}
