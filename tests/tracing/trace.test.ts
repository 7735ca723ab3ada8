import { journeysOf } from '@tongcheng/cloudfunctions/app/rides/journeys/journeys-of';
import { addDays } from '@tongcheng/shared/time';
import { parametersOn } from '@tongcheng/shared/tracing/parameters';
import type { TracedRide } from '@tongcheng/shared/tracing/traced-ride';
import { tracedRideOf } from '@tongcheng/shared/tracing/traced-ride-of';
import { seededNumbers, seedOfRun } from '../world/chance';
import { type Installation, openInstallation, townSettings } from '../world/installation';
import type { PlaceName } from '../world/places';
import { clock } from '../world/ride-settings';
import { exposedByCounting } from './minutes';
import { questionAbout, ride, traceIn } from './traced-town';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation([townSettings]);
});
afterEach(() => here.close());

const asOf = clock('05:00:00', '2022-06-05');
const minute = 60_000;
const placeNames: readonly PlaceName[] = ['bus1', 'bus2', 'hankou', 'carriage', 'taxi', 'gate', 'ship'];

/** Scans of some riders around the turn of two service days, in whole minutes. */
async function randomWorld(next: () => number): Promise<readonly string[]> {
  const names = ['0', '1', '2', '3', '4', '5', '6', '7'];
  for (const name of names) {
    let at = clock('00:30:00', '2022-06-03');
    const steps: (readonly [PlaceName, number])[] = [];
    for (let i = 0; i < 12; i += 1) {
      at += Math.ceil(next() * 45) * minute;
      steps.push([placeNames[Math.floor(next() * placeNames.length)] ?? 'bus1', at]);
    }
    await ride(here, name, clock('12:00:00', '2022-06-03'), steps, next() < 0.15 ? 'red' : 'green');
  }
  return names;
}

/** Every ride of the town by its rider, read day by day as reports read them. */
async function allRides(names: readonly string[]): Promise<readonly (TracedRide & { readonly day: string })[]> {
  const found: (TracedRide & { readonly day: string })[] = [];
  for (const day of ['2022-06-01', '2022-06-02', '2022-06-03', '2022-06-04']) {
    const vaults = await Promise.all(
      [day, addDays(day, 1)].map(async (each) => [each, await here.needs.vault.day('420100', each)] as const),
    );
    const nameOf = (place: { readonly day: string; readonly rider: string }) =>
      names.find((name) =>
        vaults.some(([each, vault]) => each === place.day && vault?.pseudonym(`p_per-${name}`) === place.rider),
      );
    for await (const journey of journeysOf(here.needs, '420100', day))
      for (const each of journey.rides) {
        const traced = tracedRideOf(each, nameOf(each.place) ?? '?', asOf);
        if (traced) found.push({ ...traced, day: each.place.day });
      }
  }
  return found;
}

const worlds = Number(process.env.TONGCHENG_TRACED_TOWNS ?? 2);

test('W-26 W-32 what is read by rider and by place agrees with every ride of every day', async () => {
  const next = seededNumbers(seedOfRun());
  let matches = 0;
  for (let world = 0; world < worlds; world += 1) {
    const town = await openInstallation([townSettings]);
    await here.close();
    here = town;
    const names = await randomWorld(next);
    here.clock.set(asOf);
    const rides = await allRides(names);
    for (const name of names) {
      const question = questionAbout(name, { asOf });
      const found = await traceIn(here, question);
      const own = rides.filter(({ rider, day }) => rider === name && question.from <= day && day <= question.to);
      const counted = own.flatMap((each) => exposedByCounting(each, rides, parametersOn(townSettings, each.day)));
      const brief = await Promise.all(
        found.exposures.map(async ({ day, seal, restsOn, certainty }) => {
          const vault = await here.needs.vault.day('420100', day);
          const subject = vault?.open(seal.recordId, seal.sealed).subjectId ?? '';
          return `${subject.slice('p_per-'.length)} ${restsOn} ${certainty}`;
        }),
      );
      expect(brief.sort()).toEqual([...counted].sort());
      expect(found.rides).toHaveLength(own.length);
      matches += counted.length;
    }
  }
  expect(matches).toBeGreaterThan(10);
});

test('W-25 a ride that begins in the taxi when its interval just ends is read and exposed, one a minute later is not', async () => {
  const noon = clock('12:00:00');
  for (const [name, from, to] of [
    ['case', '08:00:00', '08:20:00'],
    ['just-within', '08:50:00', '09:00:00'],
    ['after-it', '08:51:00', '09:05:00'],
  ] as const)
    await ride(here, name, noon, [
      ['taxi', clock(from)],
      ['taxi', clock(to)],
    ]);
  here.clock.set(clock('20:00:00'));
  const { exposures } = await traceIn(here, questionAbout('case', { asOf: clock('20:00:00') }));
  expect(exposures.map(({ restsOn }) => restsOn)).toEqual(['interval']);
});

test('W-32 whoever was refused at the door is exposed to nobody, nor exposes anybody', async () => {
  const noon = clock('12:00:00');
  await ride(here, 'case', noon, [
    ['bus1', clock('08:00:00')],
    ['bus1', clock('08:30:00')],
  ]);
  await ride(here, 'red', noon, [['bus1', clock('08:10:00')]], 'red');
  await ride(here, 'aboard', noon, [
    ['bus1', clock('08:10:00')],
    ['bus1', clock('08:40:00')],
  ]);
  expect((await traceIn(here, questionAbout('case'))).exposures).toMatchObject([
    { restsOn: 'time', certainty: 'proven' },
  ]);
  expect((await traceIn(here, questionAbout('red'))).exposures).toEqual([]);
});

test('W-22 a ride across the turn of the service day meets whoever boarded after it', async () => {
  const noon = clock('12:00:00', '2022-06-03');
  const night = (time: string) => clock(time, '2022-06-03');
  await ride(here, 'case', noon, [
    ['bus1', night('02:50:00')],
    ['bus1', night('03:20:00')],
  ]);
  await ride(here, 'after', noon, [
    ['bus1', night('03:05:00')],
    ['bus1', night('03:30:00')],
  ]);
  await ride(here, 'both', noon, [
    ['bus1', night('02:55:00')],
    ['bus1', night('03:25:00')],
  ]);
  const { exposures } = await traceIn(here, questionAbout('case', { to: '2022-06-02' }));
  expect(exposures.map(({ day }) => day).sort()).toEqual(['2022-06-02', '2022-06-03']);
  expect((await traceIn(here, questionAbout('after'))).exposures).toHaveLength(2);
});

test('W-23 a station alone places nobody and says so', async () => {
  await ride(here, 'case', clock('12:00:00'), [['hankou', clock('08:00:00')]]);
  await ride(here, 'other', clock('12:00:00'), [['hankou', clock('08:00:00')]]);
  const found = await traceIn(here, questionAbout('case'));
  expect(found).toMatchObject({ rides: [], exposures: [], unplaced: [{ day: '2022-06-02', mode: 'metro' }] });
});

test('X-03 a day whose key is destroyed is told as closed and gives nothing', async () => {
  const noon = clock('12:00:00');
  for (const name of ['case', 'other'])
    await ride(here, name, noon, [
      ['bus1', clock('08:00:00')],
      ['bus1', clock('08:30:00')],
    ]);
  expect((await traceIn(here, questionAbout('case'))).closedDays).toEqual(['2022-06-03']);
  await here.needs.vault.destroyDay('420100', '2022-06-02');
  const found = await traceIn(here, questionAbout('case'));
  expect(found).toMatchObject({ rides: [], exposures: [], closedDays: ['2022-06-02', '2022-06-03'] });
});
