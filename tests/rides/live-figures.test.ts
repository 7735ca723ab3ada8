import { liveFigures } from '@tongcheng/cloudfunctions/app/rides/live-figures';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { liveFigures as endpoint } from '@tongcheng/shared/rides/api';
import { anOfficial, aRider, aScan, aStranger } from '../world/callers';
import { type Installation, openInstallation, rideInstanceOver } from '../world/installation';
import type { PlaceName } from '../world/places';
import { clock } from '../world/ride-settings';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => here.close());

async function scan(place: PlaceName, time: string, who = aRider('1')): Promise<void> {
  here.clock.set(clock(time));
  const answer = await recordScan(here.needs, who, aScan(here, place, clock(time)));
  expect(answer.ok).toBe(true);
}

async function figures(needs: Parameters<typeof liveFigures>[0] = here.needs, day?: string) {
  const answer = await liveFigures(needs, anOfficial(), { city: '420100', ...(day !== undefined && { day }) });
  if (!answer.ok) throw new Error(answer.failure.code);
  return endpoint.output.parse(answer.value);
}

const scansOf = (list: readonly { readonly scans: number }[]) => list.reduce((sum, each) => sum + each.scans, 0);

test('X-12 every scan is in the figures at once, in each of them once', async () => {
  await scan('bus1', '08:00:00');
  await scan('hankou', '08:59:59', aStranger('2'));
  await scan('north', '09:00:00');
  await scan('demo', '09:00:30');
  await scan('bus1', '09:30:00');
  here.clock.set(clock('09:31:30'));
  const live = await figures();
  expect(live).toMatchObject({ day: '2022-06-02', asOf: clock('09:31:30'), scans: 3, lastMinute: 1 });
  expect([scansOf(live.byDecision), scansOf(live.byMode), live.byHour.reduce((sum, hour) => sum + hour)]).toEqual([
    3, 3, 3,
  ]);
  expect([live.byHour[8], live.byHour[9]]).toEqual([2, 1]);
  expect(live.byDecision).toContainEqual({ decision: 'refuse', scans: 1 });
});

test('asking again counts nothing twice, and adds what is new', async () => {
  await scan('bus1', '08:00:00');
  expect((await Promise.all([figures(), figures(), figures()])).map(({ scans }) => scans)).toEqual([1, 1, 1]);
  await scan('bus1', '08:00:05');
  expect((await figures()).scans).toBe(2);
  expect((await figures()).scans).toBe(2);
});

test('a restarted instance and another one agree with the first', async () => {
  for (let i = 0; i < 30; i += 1) {
    await scan('bus1', `08:${10 + i}:00`, aRider(`${i}`));
    if (i % 7 === 0) await figures();
  }
  const other = await rideInstanceOver({ ...here.store }, here.clock);
  expect(await figures(other.needs)).toEqual(await figures());
  expect((await figures()).scans).toBe(30);
});

test('a day of the past, a day without scans, a city of others', async () => {
  await scan('bus1', '08:00:00');
  here.clock.set(clock('08:00:00', '2022-06-03'));
  expect((await figures(here.needs, '2022-06-02')).scans).toBe(1);
  expect(await figures()).toMatchObject({ day: '2022-06-03', scans: 0, lastMinute: 0 });
  for (const city of ['210100', '110000'])
    expect(await liveFigures(here.needs, anOfficial(), { city })).toMatchObject({ failure: { code: 'city-unknown' } });
});
