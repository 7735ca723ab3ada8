import { rideRow } from '@tongcheng/cloudfunctions/app/reports/content/ride-row';
import { history } from '@tongcheng/cloudfunctions/app/rides/history';
import { journeysOf } from '@tongcheng/cloudfunctions/app/rides/journeys/journeys-of';
import { recordBatch } from '@tongcheng/cloudfunctions/app/rides/record-batch';
import { learnUsualDurations } from '@tongcheng/cloudfunctions/app/rides/usual/learn-usual-durations';
import { usualDurations } from '@tongcheng/cloudfunctions/app/rides/usual/usual-durations-record';
import { makeUsualOf } from '@tongcheng/cloudfunctions/app/rides/usual/usual-of';
import { addDays } from '@tongcheng/shared/time';
import { aRider, aScan } from '../world/callers';
import { type Installation, openInstallation } from '../world/installation';
import type { PlaceName } from '../world/places';
import { clock } from '../world/ride-settings';

const firstDay = '2022-06-02';
const on = (days: number, time: string) => clock(time, addDays(firstDay, days));
let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => here.close());

/** Each of so many riders rides the bus for 15 minutes and more. */
async function rideAll(day: number, riders: number): Promise<void> {
  here.clock.set(on(day, '12:00:00'));
  for (let rider = 0; rider < riders; rider += 1)
    await scan(`${day}-${rider}`, [
      ['bus1', on(day, '08:00:00')],
      ['bus1', on(day, `08:${15 + (rider % 10)}:00`)],
    ]);
}

async function scan(rider: string, steps: readonly (readonly [PlaceName, number])[]): Promise<void> {
  const sentAt = here.clock.now();
  const answer = await recordBatch(here.needs, aRider(rider), {
    scans: steps.map(([place, at]) => aScan(here, place, at, { sentAt })),
  });
  expect(answer.ok && answer.value.items.every(({ ok }) => ok)).toBe(true);
}

async function ridesOn(day: number) {
  const found = [];
  for await (const { rides } of journeysOf(here.needs, '420100', addDays(firstDay, day))) found.push(...rides);
  return found;
}

test('W-34 a city learns from the days that are over, for tomorrow; then its unscanned ends are usual ones', async () => {
  await rideAll(0, 24);
  await rideAll(1, 3);
  await learnUsualDurations(here.needs);
  const [table, ...more] = (await here.store.find(usualDurations, { where: { day: '2022-06-04' }, limit: 10 })).items;
  expect(more).toEqual([]);
  expect(table).toMatchObject({ city: '420100', day: '2022-06-04', learnedFrom: ['2022-06-02'] });
  expect(table?.cells.map(({ key, rides }) => [key, rides])).toEqual([
    ['bus.ride', 24],
    ['bus.ride.L1', 24],
  ]);

  here.clock.set(on(2, '08:01:00'));
  await scan('forgets', [['bus1', on(2, '08:00:00')]]);
  here.clock.set(on(3, '12:00:00'));
  const [reported] = await ridesOn(2);
  const cells = reported && rideRow(1, { ride: reported }, ['', '', '', ''], [], new Map());
  expect(cells?.[6]).toContain('推定：同类行程的通常时长，每 100 次同类行程有 95 次在 08:24 前结束，查同乘算到 10:00');
  expect([reported]).toMatchObject([
    { to: on(2, '08:18:00'), closedBy: 'usual-duration', endedBy: on(2, '08:24:00'), exposedUntil: on(2, '10:00:00') },
  ]);
  const told = await history(here.needs, aRider('forgets'), { city: '420100', days: 3 });
  const [ride] = told.ok ? told.value.days.flatMap(({ rides }) => rides) : [];
  expect(ride).toMatchObject({ to: on(2, '08:18:00'), inferred: ['to'], endedBy: on(2, '08:24:00') });
  expect(ride).not.toHaveProperty('closedBy');
});

test('W-34 R-03 what a day is closed by never changes: no table for a day that has begun, none is written twice', async () => {
  here.clock.set(on(0, '08:01:00'));
  await scan('forgets', [['bus1', on(0, '08:00:00')]]);
  await rideAll(0, 24);
  here.clock.set(on(1, '09:00:00'));
  await learnUsualDurations(here.needs);
  expect((await ridesOn(0)).filter(({ inferred }) => inferred.length > 0)).toMatchObject([
    { closedBy: 'longest-ride' },
  ]);
  const kept = await here.store.get(usualDurations, '2022-06-04.420100');
  await rideAll(1, 40);
  here.clock.set(on(1, '23:00:00'));
  await learnUsualDurations(here.needs);
  expect(await here.store.get(usualDurations, '2022-06-04.420100')).toEqual(kept);
  expect(await here.store.days(usualDurations)).toEqual(['2022-06-04']);
});

test('W-34 a table holds until there is a later one, and not for the days before it', async () => {
  const usualOf = makeUsualOf(here);
  const write = (day: string, minutes: number) =>
    here.store.insert(usualDurations, {
      ...{ _id: `${day}.420100`, day, city: '420100', learnedAt: 0, learnedFrom: [] },
      cells: [{ key: 'bus.ride', rides: 20, medianMinutes: minutes, boundMinutes: 60 }],
    });
  await write('2022-06-04', 20);
  await write('2022-06-08', 30);
  const found = async (day: string) => (await usualOf('420100', day))?.get('bus.ride')?.medianMinutes;
  expect([await found('2022-06-03'), await found('2022-06-04'), await found('2022-06-07')]).toEqual([
    undefined,
    20,
    20,
  ]);
  expect([await found('2022-06-08'), await found('2022-07-08'), await found('2022-07-09')]).toEqual([
    30,
    30,
    undefined,
  ]);
  expect(await usualOf('210100', '2022-06-08')).toBeUndefined();
});

test('X-03 a city of few riders learns nothing, and nothing is kept of them', async () => {
  await rideAll(0, 4);
  here.clock.set(on(1, '09:00:00'));
  await learnUsualDurations(here.needs);
  expect(await here.store.days(usualDurations)).toEqual([]);
});

test('days that held too little are not read again every five minutes, but after an hour, when more was delivered', async () => {
  await rideAll(0, 4);
  here.clock.set(on(1, '09:00:00'));
  await learnUsualDurations(here.needs);
  await rideAll(0, 40);
  const learnedAt = async (time: string) => {
    here.clock.set(on(1, time));
    await learnUsualDurations(here.needs);
    return here.store.days(usualDurations);
  };
  expect(await learnedAt('09:55:00')).toEqual([]);
  expect(await learnedAt('10:00:00')).toEqual(['2022-06-04']);
});
