import { writeFileSync } from 'node:fs';
import type { Attack } from './forwarded/attacks/attack';
import { everyAttack } from './forwarded/attacks/every-attack';
import { forwardedPage } from './forwarded/forwarded-page';
import { attackedWorld, type Outcome, outcomesOf, shareDoubted, type Watching } from './forwarded/measure-attacks';
import type { Measurement } from './measure';

// Not those that the rules were tried on while they were written.
const seeds = ['qiaokou', 'jiangan', 'qingshan'];
const riders = 1_200;
const crowds = 6;

/** Which share of forwarded and moved codes is doubted, and of honest scans; writes docs/forwarded-codes.md. */
export async function run(): Promise<Measurement> {
  const worlds = seeds.map((seed) => attackedWorld(seed, riders, crowds));
  const known = new Map<string, Outcome>();
  const measure = (attack: Attack | undefined, watching: Watching): Outcome => {
    const key = JSON.stringify([attack?.name, watching]);
    const found = known.get(key) ?? outcomesOf(worlds.map((world) => world(attack, watching)));
    known.set(key, found);
    return found;
  };
  writeFileSync('docs/forwarded-codes.md', forwardedPage(measure, { seeds, riders }));
  const [all, most] = [
    { tellsPlace: 1, locator: 'positions' },
    { tellsPlace: 0.8, locator: 'positions' },
  ] as const;
  return {
    name: `Forwarded codes in ${seeds.length} worlds of ${riders} riders`,
    figures: [
      ...everyAttack.flatMap((attack) => [
        found(attack, 'each phone tells its place', measure(attack, all), {}),
        found(attack, 'eight of ten do', measure(attack, most), { hoped: true }),
      ]),
      {
        what: 'honest scans doubted on a day without misuse',
        value: shareDoubted(measure(undefined, most).honest),
        unit: '',
        aim: { atMost: 0.005 },
      },
    ],
  };
}

const found = ({ name }: Attack, where: string, { attack }: Outcome, more: { readonly hoped?: true }) => ({
  what: `${name}, ${where}: found`,
  value: shareDoubted(attack),
  unit: '',
  aim: { atLeast: 0.95, ...more },
});
