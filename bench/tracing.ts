import { writeFileSync } from 'node:fs';
import type { Figure, Measurement } from './measure';
import { allOf, knowableRecallOf, type Measured, overall, precisionOf, recallOf } from './tracing/measure-contacts';
import { measuredWorlds, type Variation } from './tracing/measured-worlds';
import { qualityCurves } from './tracing/quality-curves';
import { qualityPage } from './tracing/quality-page';

const seeds = ['wuchang', 'hankou', 'hanyang'];
const riders = 1_200;

/** How right tracing is against worlds that share no code with it; writes docs/tracing-quality.md and its curves. */
export async function run(): Promise<Measurement> {
  const worlds = seeds.map((seed) => measuredWorlds({ seed, riders, learnedDays: 3 }));
  const known = new Map<string, Measured>();
  const measure = (variation: Variation): Measured => {
    const key = JSON.stringify(variation);
    const found = known.get(key) ?? allOf(worlds.map((world) => world(variation)));
    known.set(key, found);
    return found;
  };
  writeFileSync('docs/tracing-quality.md', qualityPage(measure, { seeds, riders }));
  writeFileSync('docs/tracing-quality.svg', qualityCurves(measure));
  return {
    name: `Tracing against ${seeds.length} worlds of ${riders} riders, by positions`,
    figures: figuresOf(measure),
  };
}

function figuresOf(measure: (variation: Variation) => Measured): readonly Figure[] {
  const complete = measure({ secondScans: 1, locator: 'positions' });
  const most = overall(measure({ secondScans: 0.9, locator: 'positions' }).byMode);
  return [
    ...[...complete.byMode].flatMap(([mode, quality]) => [
      {
        what: `${mode}, all scans made: recall`,
        value: recallOf(quality),
        unit: '',
        aim: { atLeast: 1 },
      },
      { what: `${mode}, all scans made: precision`, value: precisionOf(quality), unit: '', aim: { atLeast: 0.99 } },
    ]),
    {
      what: 'nine of ten second scans: recall where scans can tell',
      value: knowableRecallOf(most),
      unit: '',
      aim: { atLeast: 0.97 },
    },
    {
      what: 'nine of ten second scans: recall of all',
      value: recallOf(most),
      unit: '',
      aim: { atLeast: 0.97, hoped: true },
    },
    { what: 'nine of ten second scans: precision', value: precisionOf(most), unit: '', aim: { atLeast: 0.9 } },
  ];
}
