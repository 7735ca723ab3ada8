import type { ScanFlag } from '@tongcheng/shared/rides/meanings';
import type { Attack } from './attacks/attack';
import { everyAttack } from './attacks/every-attack';
import { busPhotoInGroup } from './attacks/photo-in-a-group';
import { type Outcome, shareDoubted, type Watching } from './measure-attacks';

type Measure = (attack: Attack | undefined, watching: Watching) => Outcome;

/** What is measured in how many worlds. */
interface Of {
  readonly seeds: readonly string[];
  readonly riders: number;
}

const told = [1, 0.8, 0.5, 0] as const;
const usual: Watching = { tellsPlace: 0.8, locator: 'positions' };

const three = (value: number): string => value.toFixed(3);
const percent = (share: number, digits = 0): string => `${(share * 100).toFixed(digits)} %`;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** The page about forwarded codes, from what was measured. */
export const forwardedPage = (measure: Measure, { seeds, riders }: Of): string => `# Forwarded codes

Written by \`npm run bench -- forwarded\` from the seeds ${seeds.map((seed) => `\`${seed}\``).join(', ')}: ${seeds.length} worlds of ${riders.toLocaleString('en-US')} riders, one day each, and crowds (X-16). Do not edit by hand.

A posted code proves nothing about presence: a picture of it can be scanned anywhere. What is doubted is flagged, never refused and never dropped; whoever traces sees the doubts beside each match and on the
timeline ([decision 224](decisions/224-forwarded-codes.md)).

## What it is measured against

The worlds of [How right tracing is](tracing-quality.md) (\`bench/tracing/world\`), with honest phones: positions rounded to some hundred metres, a quarter of them 600 metres off by their system of coordinates, hundreds of metres off under
the ground, up to a minute old, three in a thousand kilometres off (half of those do not say so); two clocks in a hundred off by up to four minutes; one scan in eight delivered late. In each world 70 people board six buses within two
minutes and get off together. Attacks come from where people live, within 15 km of the middle, or from 30 to 200 km away (*from afar*), each in a day of its own. The rules are the product's: \`flagsOfScan\` when a scan arrives, \`forwardingDoubts\` when somebody traces.

## Found, by how many phones tell where they are

${attackTable(measure)}

With eight of ten phones telling their place, the doubts were:

${doubtTable(measure)}

## Honest scans doubted

${honestTable(measure)}

## Larger and smaller groups, slower and faster

A picture of a bus's code in groups, eight of ten phones telling their place, positions of vehicles known:

${groupTable(measure)}

## By what is known of vehicles (eight of ten phones tell their place)

${locatorTable(measure)}

## What cannot be known

- A single phone that tells no place, scanning a picture at an hour at which the vehicle runs, is like a rider in everything that is sent. It is found where the same person scans elsewhere too soon, or where many do the same. So *from afar* and *a photo of a station* are
  found as often as phones tell their place. A city that needs more has to ask for places, which riders may refuse.
- Whoever lives within some two kilometres of a station, or of the line of a bus, is as near as an honest rider whose phone is off. A bus's own position at that moment would tell them apart; the phone's place would have to be kept for that, or asked
  of the operator while the rider waits, and is not.
- Stations are crowds: a hundred phones more within two minutes do not show. A station places nobody in a carriage, so that such a scan matches nobody.
- Honest riders of a bus whose picture goes round are doubted with the others where they scan among those far away and told no place apart: their match stays, the doubt stands beside it.

## Against the aims

${aims(measure)}
`;

const cellOf = (outcome: Outcome): string => three(shareDoubted(outcome.attack));

const attackTable = (measure: Measure): string =>
  table(
    ['attack', 'scans', ...told.map((share) => `${percent(share)} tell`)],
    everyAttack.map((attack) => [
      attack.name,
      measure(attack, usual).attack.scans.toLocaleString('en-US'),
      ...told.map((tellsPlace) => cellOf(measure(attack, { ...usual, tellsPlace }))),
    ]),
  );

const flagsShown: readonly ScanFlag[] = [
  ...(['far-from-venue', 'forwarded-code', 'moved-code', 'crowded-code'] as const),
  ...(['off-trip', 'outside-service-hours', 'impossible-travel'] as const),
];

const doubtTable = (measure: Measure): string =>
  table(
    ['attack', ...flagsShown.map((flag) => `\`${flag}\``)],
    everyAttack.map((attack) => {
      const { scans, by } = measure(attack, usual).attack;
      return [attack.name, ...flagsShown.map((flag) => (by.has(flag) ? percent((by.get(flag) ?? 0) / scans) : '–'))];
    }),
  );

const honestTable = (measure: Measure): string =>
  table(
    ['day', 'honest scans', ...told.map((share) => `doubted, ${percent(share)} tell`)],
    [undefined, ...everyAttack].map((attack) => [
      attack?.name ?? 'nobody misuses anything',
      measure(attack, usual).honest.scans.toLocaleString('en-US'),
      ...told.map((tellsPlace) => percent(shareDoubted(measure(attack, { ...usual, tellsPlace }).honest), 2)),
    ]),
  );

const groupTable = (measure: Measure): string =>
  table(
    ['members', 'within 5 minutes', 'within 30 minutes', 'within 3 hours'],
    [5, 10, 30, 100].map((members) => [
      String(members),
      ...[5, 30, 180].map((withinMinutes) =>
        cellOf(
          measure(busPhotoInGroup(`group-${members}-${withinMinutes}`, { groups: 4, members, withinMinutes }), usual),
        ),
      ),
    ]),
  );

const locatorTable = (measure: Measure): string =>
  table(
    ['attack', 'positions', 'timetable', 'nothing'],
    everyAttack.map((attack) => [
      attack.name,
      ...(['positions', 'timetable', 'none'] as const).map((locator) => cellOf(measure(attack, { ...usual, locator }))),
    ]),
  );

function aims(measure: Measure): string {
  const missedAt = (tellsPlace: number) =>
    everyAttack.filter((attack) => shareDoubted(measure(attack, { ...usual, tellsPlace }).attack) < 0.95);
  const words = (missed: readonly Attack[]) =>
    missed.length === 0 ? 'kept' : `kept but for ${missed.map(({ name }) => `*${name}*`).join(', ')}`;
  const honest = shareDoubted(measure(undefined, usual).honest);
  return [
    `- At least 95 % of each attack found: ${words(missedAt(1))} where each phone tells its place; ${words(missedAt(0.8))} where eight of ten do; ${words(missedAt(0))} where none does.`,
    `- At most 0.5 % of honest scans doubted: ${percent(honest, 2)} on a day without misuse, ${honest <= 0.005 ? 'kept' : '**missed**'}. Beside an attack it is more, by those who ride in the bus that is attacked.`,
  ].join('\n');
}
