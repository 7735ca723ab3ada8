import { type Journey, journeysOf } from '@tongcheng/cloudfunctions/app/rides/journeys/journeys-of';
import { recordBatch } from '@tongcheng/cloudfunctions/app/rides/record-batch';
import { aRider, aScan } from '../world/callers';
import { type Installation, openInstallation } from '../world/installation';
import type { PlaceName } from '../world/places';
import { clock } from '../world/ride-settings';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => here.close());

async function ride(name: string, sentAt: number, steps: readonly (readonly [PlaceName, number])[]): Promise<void> {
  here.clock.set(sentAt);
  const scans = steps.map(([place, at]) => aScan(here, place, at, { sentAt }));
  await recordBatch(here.needs, aRider(name), { scans });
}

async function journeys(city: string, day: string): Promise<Journey[]> {
  const all: Journey[] = [];
  for await (const journey of journeysOf(here.needs, city, day)) all.push(journey);
  return all;
}

const inBrief = ({ scans, rides }: Journey) => ({
  meanings: scans.map(({ meaning }) => meaning),
  rides: rides.map(({ place, from, to, closedBy }) => [place.venueId, from, to, closedBy]),
});

test('R-01 one journey a rider, of one city, with every scan and the rides derived from them', async () => {
  const noon = clock('12:00:00');
  await ride('1', noon, [['bus1', clock('08:25:00')]]);
  await ride('1', noon, [['bus1', clock('08:00:00')]]);
  await ride('2', noon, [
    ['hankou', clock('08:00:00')],
    ['carriage', clock('08:21:00')],
    ['demo', clock('09:00:00')],
  ]);
  await ride('2', noon, [['north', clock('10:00:00')]]);
  here.clock.set(clock('05:00:00', '2022-06-03'));
  const all = await journeys('420100', '2022-06-02');
  expect(all.map(({ rider }) => rider)).toEqual([...new Set(all.map(({ rider }) => rider))].sort());
  const [one, two] = all.map(inBrief).sort((a, b) => a.meanings.length - b.meanings.length);
  expect(one).toEqual({
    meanings: ['board', 'alight'],
    rides: [['bus-1', clock('08:00:00'), clock('08:25:00'), 'scan']],
  });
  expect(two?.rides).toEqual([['l2-c3', clock('08:00:00'), clock('08:21:00'), 'scan']]);
  expect(two?.meanings.slice(0, 2)).toEqual(['enter', 'ride-carriage']);
  expect(two?.meanings).toHaveLength(3);
});

test.each([
  ['420100', 'bus1', '02:50:00', '03:20:00', '2022-06-02', '2022-06-03', '2022-06-03'],
  ['210100', 'north', '23:50:00', '00:20:00', '2022-06-02', '2022-06-03', '2022-06-02'],
] as const)(
  'W-27 %s: a ride across the turn of the day is told once, on the day it began',
  async (city, place, on, off, first, second, civil) => {
    await ride('1', clock('12:00:00', '2022-06-03'), [
      [place, clock(on, civil)],
      [place, clock(off, '2022-06-03')],
    ]);
    here.clock.set(clock('05:00:00', '2022-06-04'));
    const begun = await journeys(city, first);
    const ended = await journeys(city, second);
    expect(begun.map(inBrief)).toEqual([
      { meanings: ['board'], rides: [[expect.any(String), clock(on, civil), clock(off, '2022-06-03'), 'scan']] },
    ]);
    expect(ended.map(inBrief)).toEqual([{ meanings: ['alight'], rides: [] }]);
    expect(begun[0]?.rider).not.toBe(ended[0]?.rider);
  },
);

test('X-03 the other side of an erased day stays unknown, and nothing fails', async () => {
  await ride('1', clock('12:00:00', '2022-06-03'), [
    ['bus1', clock('02:50:00', '2022-06-03')],
    ['bus1', clock('03:20:00', '2022-06-03')],
  ]);
  await here.needs.vault.destroyDay('420100', '2022-06-02');
  here.clock.set(clock('05:00:00', '2022-06-04'));
  expect((await journeys('420100', '2022-06-03')).map(inBrief)).toMatchObject([{ meanings: ['board'] }]);
  expect((await journeys('420100', '2022-06-02')).map(inBrief)).toMatchObject([{ meanings: ['board'] }]);
});

test('many riders come one after the other, each whole', async () => {
  for (let i = 0; i < 60; i += 1)
    await ride(`${i}`, clock('12:00:00'), [
      ['bus1', clock('08:00:00')],
      ['bus1', clock('08:20:00')],
      ['taxi', clock('09:00:00')],
    ]);
  const all = await journeys('420100', '2022-06-02');
  expect(all).toHaveLength(60);
  for (const { scans, rides } of all) expect([scans.length, rides.length]).toEqual([3, 2]);
});

test('a city that is not served has no journeys', async () => {
  expect(await journeys('110000', '2022-06-02')).toEqual([]);
});
