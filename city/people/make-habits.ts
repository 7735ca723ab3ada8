import type { Mode } from '@tongcheng/shared/venues/kinds';
import type { Dice } from '../chance';
import type { Habits } from './person';

/** How the city travels: shares of journeys by mode. */
export const modeShares: readonly (readonly [Mode, number])[] = [
  ['metro', 45],
  ['bus', 38],
  ['taxi', 8],
  ['tram', 4],
  ['brt', 2],
  ['ferry', 3],
];

/** Habits of a person: most work by day, a few late; one in ten second scans is forgotten, one scan in 33 finds no network. */
export const makeHabits = (dice: Dice): Habits => {
  const late = dice.happens(0.07);
  return {
    works: dice.happens(0.82),
    leavesHomeMinute: Math.round(dice.around(late ? 13 * 60 : 7 * 60 + 45, 38)),
    leavesWorkMinute: Math.round(dice.around(late ? 21 * 60 : 17 * 60 + 55, 50)),
    commuteMode: dice.weighted(modeShares),
    homeAt: dice.next(),
    workAt: dice.next(),
    forgetsSecondScan: dice.weighted([
      [0.02, 40],
      [0.1, 40],
      [0.26, 20],
    ]),
    losesNetwork: dice.weighted([
      [0.01, 60],
      [0.06, 40],
    ]),
    phoneClockOffMs: clockOff(dice),
  };
};

/** Most phones are a second or two off, a few are wrong by hours. */
function clockOff(dice: Dice): number {
  if (dice.happens(0.004)) return Math.round(dice.around(0, 3 * 3_600_000));
  return Math.round(dice.around(0, 700));
}
