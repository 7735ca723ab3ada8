import { everyAttack } from '../../bench/forwarded/attacks/every-attack';
import { attackedWorld, shareDoubted } from '../../bench/forwarded/measure-attacks';

jest.setTimeout(240_000);

/** Small and always the same: the figures of docs/forwarded-codes.md come from larger ones. */
const measure = attackedWorld('x-16', 700, 3);
const watching = { tellsPlace: 0.8, locator: 'positions' } as const;

describe('X-16 codes that are forwarded, photographed or moved, eight of ten phones telling their place', () => {
  test.each([
    ['photo of a bus in a group', 0.93],
    ['photo of a station in a group', 0.7],
    ['from afar', 0.7],
    ['at night', 0.99],
    ['two cities in ten minutes', 0.99],
    ['sticker moved to another bus', 0.83],
    ['a hundred phones on one code', 0.95],
  ])('%s: at least %d are doubted', (name, floor) => {
    const attack = everyAttack.find((each) => each.name === name);
    const outcome = measure(attack, watching);
    expect(outcome.attack.scans).toBeGreaterThan(70);
    expect(shareDoubted(outcome.attack)).toBeGreaterThanOrEqual(floor);
    expect(shareDoubted(outcome.honest)).toBeLessThanOrEqual(0.02);
  });

  test('every attack has a floor of 95 in a hundred where each phone tells its place', () => {
    for (const attack of everyAttack)
      expect([attack.name, shareDoubted(measure(attack, { ...watching, tellsPlace: 1 }).attack) >= 0.95]).toEqual([
        attack.name,
        true,
      ]);
  });

  test('on a day without misuse at most five honest scans in a thousand are doubted', () => {
    const { honest } = measure(undefined, watching);
    expect(honest.scans).toBeGreaterThan(3_000);
    expect(shareDoubted(honest)).toBeLessThanOrEqual(0.005);
  });
});
