import { knowableRecallOf, type Measured, overall, precisionOf, type Quality, recallOf } from './measure-contacts';
import type { Variation } from './measured-worlds';

type Measure = (variation: Variation) => Measured;

const shares = [1, 0.95, 0.9, 0.7, 0.5] as const;
const locators = ['positions', 'timetable', 'none'] as const;
const modes = ['bus', 'metro', 'tram', 'brt', 'ferry', 'taxi'] as const;
const names = { bus: 'bus', metro: 'metro', tram: 'tram', brt: 'BRT', ferry: 'ferry', taxi: 'taxi' } as const;

const three = (value: number): string => value.toFixed(3);
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** The page about how right tracing is, from what was measured. */
export const qualityPage = (
  measure: Measure,
  of: { readonly seeds: readonly string[]; readonly riders: number },
): string => `# How right tracing is

Written by \`npm run bench -- tracing\` from the seeds ${of.seeds.map((seed) => `\`${seed}\``).join(', ')}: ${of.seeds.length} worlds of ${of.riders.toLocaleString('en-US')} riders, one day each, after three days from which
usual durations are learned (X-08). Do not edit by hand.

## What it is measured against

\`bench/tracing/world\` lets vehicles, trains, ships and taxis run and carries riders; it writes down who was really carried with whom over which stretch, and what each would
scan. It shares no code with rides or tracing. Buses and BRT are as late as traffic makes them; metro, tram and ferry run to their timetable. Of those who board a bus or ship, 85 of 100 scan at the door, the others
up to 38 seconds after it left; four of five scan their leaving 4 to 38 seconds before the stop, the fifth at the door. Two in a hundred riders are turned away at a bus once: they rode nothing.
Positions are four seconds off at most; the timetable knows of no delay. Which second scans are forgotten is chance.

A **contact** is an index rider, somebody they exposed (W-22 to W-25), and the place. **Recall** is the share of true contacts that were found, **precision** the share of found ones that are true. The city counts inferred ends until their
bound (\`inferredEnds: bound\`, \`exposureUntil: usual-bound\`) unless a table says otherwise. Every rider is the index rider once.

**What scans cannot know.** Who forgets the carriage's code in the metro, or the vehicle's behind a station of tram or BRT, leaves no trace of where they rode: that contact cannot be found (\`unplaced\` in a case's counts). *Recall where scans
can tell* leaves those contacts out, in which one of the two has no scan in the place on a ride that met the other.

![Precision and recall over the share of second scans](tracing-quality.svg)

## All modes together

${overallTable(measure)}

In the tables by mode a cell is *recall / recall where scans can tell / precision*.

## By mode, with vehicle positions

${modeTable(measure, 'positions')}

## By mode, with the timetable

${modeTable(measure, 'timetable')}

## By mode, by time alone

${modeTable(measure, 'none')}

## What an oracle could reach

Nobody who has scans alone can find a contact of which one of the two left no scan in the vehicle or carriage. An oracle that errs nowhere else reaches, of all contacts:

${oracleTable(measure)}

So with nine of ten second scans at most ${three(boundOf(overall(measure({ secondScans: 0.9, locator: 'positions' }).byMode)))} can be reached: a contact behind a station needs the scans of both, and 0.9 × 0.9 is 0.81. In the metro the entry and the trains' positions tell the train at best, and one carriage in six.
At stations of tram and BRT, whose vehicles have one code, a rule that knew for each entry which vehicle came first in the rider's direction would reach what stands under *entries told*: ${three(entriesBoundOf(overall(measure({ secondScans: 0.9, locator: 'positions' }).byMode)))} of all contacts.
It needs the direction, which a return trip of the same day tells for some riders, and the calls of every vehicle of the line; it is not built.

## What else changes it (nine of ten second scans)

${otherTable(measure)}

## How sure a match says it is (nine of ten second scans, positions)

${certaintyTable(measure({ secondScans: 0.9, locator: 'positions' }))}

## Ends that no scan proves (half of the second scans, positions)

${endTable(measure)}

Minutes between the end that a ride was given (\`likely\`) and the true one. Metro, tram and BRT have none: without the second scan there is no ride in a vehicle.

## Against the aims

${aims(measure)}

Coaches are matched by the manifest of their departure: who is on it and not seen absent rode. Nothing is inferred, so there is nothing to measure here; \`tests/tracing/coach-case.test.ts\` holds it.
`;

const cells = (quality: Quality | undefined): readonly string[] =>
  quality === undefined
    ? ['–', '–', '–']
    : [
        three(recallOf(quality)),
        three(knowableRecallOf(quality)),
        quality.right + quality.wrong === 0 ? '–' : three(precisionOf(quality)),
      ];

const overallTable = (measure: Measure): string =>
  table(
    ['second scans made', 'stops known by', 'contacts', 'recall', 'recall where scans can tell', 'precision'],
    locators.flatMap((locator) =>
      shares.map((secondScans) => {
        const quality = overall(measure({ secondScans, locator }).byMode);
        return [percent(secondScans), named(locator), quality.contacts.toLocaleString('en-US'), ...cells(quality)];
      }),
    ),
  );

const named = (locator: (typeof locators)[number]): string => (locator === 'none' ? 'nothing' : locator);

const modeTable = (measure: Measure, locator: (typeof locators)[number]): string =>
  table(
    ['mode', ...shares.map(percent)],
    modes.map((mode) => [
      names[mode],
      ...shares.map((secondScans) => cells(measure({ secondScans, locator }).byMode.get(mode)).join(' / ')),
    ]),
  );

const boundOf = ({ knowable, contacts }: Quality): number => (contacts === 0 ? 1 : knowable / contacts);
const entriesBoundOf = ({ withEntries, contacts }: Quality): number => (contacts === 0 ? 1 : withEntries / contacts);

const oracleTable = (measure: Measure): string => {
  const { byMode } = measure({ secondScans: 0.9, locator: 'positions' });
  const rows = [
    ...modes.map((mode) => [names[mode], byMode.get(mode) ?? noContacts] as const),
    ['all', overall(byMode)] as const,
  ];
  return table(
    [
      'mode, nine of ten second scans',
      'contacts',
      'found',
      'found of those that scans can tell',
      'oracle with scans',
      'entries told',
    ],
    rows.map(([name, quality]) => [
      name,
      quality.contacts.toLocaleString('en-US'),
      three(recallOf(quality)),
      three(knowableRecallOf(quality)),
      three(boundOf(quality)),
      three(entriesBoundOf(quality)),
    ]),
  );
};

const others: readonly (readonly [string, Partial<Variation>])[] = [
  ['positions, usual durations, codes in carriages, ends until their bound', {}],
  ['ends until the usual one (`inferredEnds: usual`)', { inferredEnds: 'usual' }],
  ['proven time alone (`inferredEnds: proven`)', { inferredEnds: 'proven' }],
  ['no usual durations learned', { learnsUsual: false }],
  ['no codes in carriages', { hasCarriageCodes: false }],
  ['neither positions nor usual durations', { locator: 'none', learnsUsual: false }],
];

const otherTable = (measure: Measure): string =>
  table(
    ['conditions', 'recall', 'recall where scans can tell', 'precision'],
    others.map(([what, changed]) => [
      what,
      ...cells(overall(measure({ secondScans: 0.9, locator: 'positions', ...changed }).byMode)),
    ]),
  );

const certaintyTable = ({ byCertainty }: Measured): string =>
  table(
    ['certainty', 'contacts found', 'of them true'],
    ['proven', 'likely', 'possible'].map((certainty) => {
      const { found, right } = byCertainty.get(certainty) ?? { found: 0, right: 0 };
      return [certainty, found.toLocaleString('en-US'), found === 0 ? '–' : three(right / found)];
    }),
  );

function endTable(measure: Measure): string {
  const learned = measure({ secondScans: 0.5, locator: 'positions' }).ends;
  const before = measure({ secondScans: 0.5, locator: 'none', learnsUsual: false }).ends;
  return table(
    [
      'mode',
      'inferred ends',
      'median error',
      'error of 95 in 100',
      'median error without usual durations and positions',
    ],
    modes.flatMap((mode) => {
      const of = [...(learned.get(mode) ?? [])].sort((one, other) => one - other);
      const without = [...(before.get(mode) ?? [])].sort((one, other) => one - other);
      if (of.length === 0) return [];
      return [
        [
          names[mode],
          of.length.toLocaleString('en-US'),
          ...[0.5, 0.95].map((share) => ranked(of, share)),
          ranked(without, 0.5),
        ],
      ];
    }),
  );
}

const ranked = (sorted: readonly number[], share: number): string =>
  `${(sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1)} min`;

function aims(measure: Measure): string {
  const [complete, most] = [1, 0.9].map((secondScans) => measure({ secondScans, locator: 'positions' }).byMode);
  const missed = modes.filter((mode) => recallOf(complete?.get(mode) ?? noContacts) < 1).map((mode) => names[mode]);
  const all = overall(most ?? new Map());
  return [
    `- All scans made, recall 1.000 and precision at least 0.99 in each mode: ${missed.length === 0 ? 'kept with positions.' : `kept with positions but for ${missed.join(', ')}.`} With the timetable alone buses and BRT, which are late, stay below 0.99.`,
    `- Nine of ten second scans, precision at least 0.90: ${three(precisionOf(all))}, kept. Recall at least 0.97: ${three(knowableRecallOf(all))} where scans can tell, kept; ${three(recallOf(all))} of all contacts, **missed**: an oracle to whom nothing but scans in the vehicle or carriage tells where somebody rode finds ${three(boundOf(all))}. What stations alone prove places nobody in a carriage.`,
    '- Real contacts of 403 people (`../shared/data/contacts`), each a shared place for its time: recall and precision 1.000 (`tests/tracing/real-contacts.test.ts`).',
    '- The rules agree with counting minute by minute in 100,000 random small worlds: `TONGCHENG_SEED=20261130 TONGCHENG_TRACED_WORLDS=100000 npx jest tests/tracing/exposures-of.test.ts`, 2026-11-30, no difference.',
  ].join('\n');
}

const noContacts: Quality = { contacts: 0, right: 0, wrong: 0, knowable: 0, knowableFound: 0, withEntries: 0 };
