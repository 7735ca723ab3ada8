import type { Dice } from '../chance';
import type { Health } from './person';

const kinds = [
  ['green', 960],
  ['yellow', 15],
  ['red', 5],
  ['missing', 14],
  ['elsewhere', 6],
] as const;

/** Health as the city has it: 96 % green, the missing ones partly known to the other channel (W-07). */
export const makeHealth = (dice: Dice): Health => {
  const kind = dice.weighted(kinds);
  const test = { testDaysAgo: dice.happens(0.05) ? null : testAge(dice), testResult: 'negative' } as const;
  switch (kind) {
    case 'green':
    case 'yellow':
      return { colour: kind, ...test };
    case 'red':
      return { colour: kind, testDaysAgo: 1, testResult: dice.happens(0.6) ? 'positive' : 'negative' };
    case 'missing':
      return { colour: null, ...test };
    case 'elsewhere':
      return { colour: null, elsewhere: dice.happens(0.5) ? 'wechat' : 'alipay', ...test };
  }
};

function testAge(dice: Dice): number {
  return dice.happens(0.88) ? dice.below(3) : 3 + dice.below(5);
}
