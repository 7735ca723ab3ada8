import { history } from '@tongcheng/cloudfunctions/app/rides/history';
import { recordBatch } from '@tongcheng/cloudfunctions/app/rides/record-batch';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { history as endpoint } from '@tongcheng/shared/rides/api';
import { aRider, aScan, aStranger } from '../world/callers';
import { type Installation, openInstallation, townSettings } from '../world/installation';
import type { PlaceName } from '../world/places';
import { clock } from '../world/ride-settings';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => here.close());

const rider = aRider('1');

async function ride(steps: readonly (readonly [PlaceName, number])[], who: RiderCaller = rider): Promise<void> {
  const sentAt = here.clock.now();
  const answer = await recordBatch(here.needs, who, {
    scans: steps.map(([place, at]) => aScan(here, place, at, { sentAt })),
  });
  expect(answer.ok && answer.value.items.every(({ ok }) => ok)).toBe(true);
}

async function asked(days: number, before?: string, who: RiderCaller = rider) {
  const answer = await history(here.needs, who, { city: '420100', days, ...(before !== undefined && { before }) });
  if (!answer.ok) throw new Error(answer.failure.code);
  return endpoint.output.parse(answer.value);
}

test('X-14 X-01 rides by day, newest day first, whatever the order of delivery', async () => {
  here.clock.set(clock('20:00:00'));
  await ride([
    ['bus1', clock('08:25:00')],
    ['bus1', clock('08:00:00')],
    ['bus2', clock('08:00:00', '2022-06-01')],
  ]);
  const { days, nextBefore, retentionDays } = await asked(2);
  expect(days.map(({ day, scans }) => [day, scans])).toEqual([
    ['2022-06-02', 2],
    ['2022-06-01', 1],
  ]);
  expect(days[0]?.rides).toMatchObject([
    { venue: { venueId: 'bus-1' }, from: clock('08:00:00'), to: clock('08:25:00'), inferred: [], closedBy: 'scan' },
  ]);
  expect(days[1]?.rides).toMatchObject([{ inferred: ['to'], closedBy: 'longest-ride' }]);
  expect([nextBefore, retentionDays]).toEqual(['2022-06-01', 30]);
});

test('W-27 a ride still under way has no end', async () => {
  here.clock.set(clock('08:30:00'));
  await ride([['bus1', clock('08:00:00')]]);
  const [today] = (await asked(1)).days;
  expect(today?.rides[0]).not.toHaveProperty('to');
});

test('a ride across the turn of the day belongs to the day it began on, once', async () => {
  here.clock.set(clock('09:00:00'));
  await ride([
    ['bus1', clock('02:50:00')],
    ['bus1', clock('03:20:00')],
  ]);
  const { days } = await asked(2);
  expect(days.map(({ day, rides, scans }) => [day, rides.length, scans])).toEqual([
    ['2022-06-02', 0, 1],
    ['2022-06-01', 1, 1],
  ]);
  const [alone] = (await asked(1, '2022-06-02')).days;
  expect(alone?.rides).toMatchObject([{ to: clock('03:20:00'), closedBy: 'scan' }]);
});

test('X-03 an erased day is skipped, and nothing older than retention is offered', async () => {
  here.clock.set(clock('09:00:00'));
  await ride([['bus1', clock('08:00:00', '2022-06-01')]]);
  await here.needs.vault.destroyDay('420100', '2022-06-01');
  here.clock.set(clock('09:02:00'));
  expect((await asked(3)).days.map(({ day }) => day)).toEqual(['2022-06-02', '2022-05-31']);
  const last = await asked(7, '2022-05-05');
  expect(last.days.map(({ day }) => day)).toEqual(['2022-05-04', '2022-05-03']);
  expect(last).not.toHaveProperty('nextBefore');
  expect(townSettings.retentionDays).toBe(30);
});

test('days can be asked for page by page without a gap', async () => {
  here.clock.set(clock('09:00:00'));
  const days: string[] = [];
  let before: string | undefined;
  do {
    const page = await asked(7, before);
    days.push(...page.days.map(({ day }) => day));
    before = page.nextBefore;
  } while (before !== undefined);
  expect(days).toHaveLength(31);
  expect([...days].sort().reverse()).toEqual(days);
});

test('nobody sees another’s rides; a rider sees those from before authentication', async () => {
  here.clock.set(clock('09:00:00'));
  await ride([['bus1', clock('08:00:00')]], aStranger('2'));
  await ride([['bus2', clock('08:40:00')]], aRider('2'));
  expect((await asked(1)).days[0]?.rides).toEqual([]);
  expect((await asked(1, undefined, aRider('2'))).days[0]?.rides.map(({ venue }) => venue.venueId)).toEqual(['bus-2']);
  expect((await asked(1, undefined, aRider('2'))).days[0]?.refusals?.map(({ venue }) => venue.venueId)).toEqual([
    'bus-1',
  ]);
});

test('X-19 a demonstration code is no ride', async () => {
  here.clock.set(clock('09:00:00'));
  await ride([['demo', clock('08:00:00')]]);
  expect((await asked(1)).days).toMatchObject([{ rides: [], scans: 0 }]);
});

test('a city that is not served has no history', async () => {
  expect(await history(here.needs, rider, { city: '110000', days: 1 })).toMatchObject({
    failure: { code: 'city-unknown' },
  });
});
