import { correctMeaning } from '@tongcheng/cloudfunctions/app/rides/correct-meaning';
import { liveFigures } from '@tongcheng/cloudfunctions/app/rides/live-figures';
import { recordBatch } from '@tongcheng/cloudfunctions/app/rides/record-batch';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { nextOrdinal } from '@tongcheng/cloudfunctions/app/rides/scanning/scan-ordinal';
import { venueFeed } from '@tongcheng/cloudfunctions/app/rides/venue-feed';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import * as api from '@tongcheng/shared/rides/api';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { anOfficial, aRider, aScan, idAt, staffAt } from '../world/callers';
import { type Installation, openInstallation, rideInstanceOver, townSettings } from '../world/installation';
import { clock } from '../world/ride-settings';
import { answered } from '../world/rider';

let here: Installation;
afterEach(() => here.close());

const city = '420100';
const rider = aRider('1');
const withLimit = (scansPerDay: CitySettings['rides']['scansPerDay']) =>
  openInstallation([{ ...townSettings, rides: { ...townSettings.rides, ...(scansPerDay && { scansPerDay }) } }]);

const startsAt = clock('08:00:00');
/** The scan number `i` of a flood, three minutes after the one before it. */
const floodScan = (i: number) => aScan(here, i % 2 === 0 ? 'bus1' : 'bus2', startsAt + i * 180_000);

async function flood(count: number) {
  const answers = [];
  for (const input of Array.from({ length: count }, (_each, i) => floodScan(i))) {
    here.clock.set(input.scannedAt);
    answers.push(await recordScan(here.needs, rider, input));
  }
  return answers;
}

const kept = async () => (await here.store.find(scans, { where: { day: '2022-06-02' }, limit: 1_000 })).items;

test('X-16 a rider’s scans beyond what a person does in a day are kept with a flag, and every sum leaves them out and says so', async () => {
  here = await withLimit({ flagAfter: 20 });
  const answers = (await flood(26)).map(answered);
  expect(answers.map(({ flags }) => flags.includes('many-scans'))).toEqual(
    Array.from({ length: 26 }, (_each, i) => i >= 20),
  );
  answered(await recordScan(here.needs, aRider('2'), aScan(here, 'bus1', here.clock.now())));
  const live = answered(await liveFigures(here.needs, anOfficial(), { city }));
  expect(api.liveFigures.output.parse(live)).toMatchObject({ scans: 21, leftOut: 6 });
  const sumOf = (list: readonly { readonly scans: number }[]) => list.reduce((sum, each) => sum + each.scans, 0);
  expect([sumOf(live.byMode), sumOf(live.byDecision), sumOf(live.byHour.map((of) => ({ scans: of })))]).toEqual([
    21, 21, 21,
  ]);
  const feed = answered(await venueFeed(here.needs, staffAt('bus1', 'bus2'), { venueId: 'bus-1', limit: 50 }));
  expect(api.venueFeed.output.parse(feed).counts).toEqual({ admit: 11, refer: 0, refuse: 0, letOn: 0, leftOut: 3 });
  expect(feed.items.filter(({ flags }) => flags.includes('many-scans'))).toHaveLength(3);
});

test('X-16 a city may refuse further scans of that day with the reason; what was registered is still answered, others ride', async () => {
  here = await withLimit({ flagAfter: 20, refuseAfter: 50 });
  const first = aScan(here, 'hankou', startsAt);
  here.clock.set(startsAt);
  const told = answered(await recordScan(here.needs, rider, first));
  const codes = (await flood(53)).map((answer) => (answer.ok ? 'registered' : answer.failure.code));
  expect(codes).toEqual([...Array(49).fill('registered'), ...Array(4).fill('too-many-scans')]);
  expect(await kept()).toHaveLength(50);
  here.clock.set(startsAt + 60_000);
  expect(answered(await recordScan(here.needs, rider, first))).toEqual(told);
  here.clock.set(clock('12:00:00'));
  expect(await recordScan(here.needs, aRider('2'), aScan(here, 'bus1', here.clock.now()))).toMatchObject({ ok: true });
  const batch = [aScan(here, 'bus1', here.clock.now())];
  const [item] = answered(await recordBatch(here.needs, rider, { scans: batch })).items;
  expect(item).toMatchObject({ ok: false, failure: { code: 'too-many-scans' } });
  here.clock.set(clock('08:00:00', '2022-06-03'));
  expect(await recordScan(here.needs, rider, aScan(here, 'bus1', here.clock.now()))).toMatchObject({ ok: true });
});

test('X-16 without a setting an ordinary hundred is free, the next is flagged, and nothing is refused', async () => {
  here = await withLimit(undefined);
  const now = clock('20:00:00');
  here.clock.set(now);
  const times = Array.from({ length: 130 }, (_each, i) => now - i * 180_000);
  const flags: boolean[] = [];
  for (let at = 0; at < times.length; at += 26) {
    here.clock.set(now + at * 1_000);
    const list = times.slice(at, at + 26).map((time) => aScan(here, 'bus1', time, { sentAt: now }));
    const { items } = answered(await recordBatch(here.needs, rider, { scans: list }));
    flags.push(...items.map((item) => item.ok && item.value.flags.includes('many-scans')));
  }
  // Times that go backwards, as an app that invents them may send them, hide nothing.
  expect(flags).toEqual(Array.from({ length: 130 }, (_each, i) => i >= 100));
});

test('X-16 however many a rider has, a scan reads no more than the latest sixty-four of the day', async () => {
  here = await withLimit(undefined);
  const read: number[] = [];
  const store: DocumentStore = {
    ...here.store,
    find: async (from, query) => {
      const page = await here.store.find(from, query);
      if (from.name === scans.name) read.push(page.items.length);
      return page;
    },
  };
  const { needs } = await rideInstanceOver(store, here.clock);
  await flood(90);
  const input = floodScan(90);
  here.clock.set(input.scannedAt);
  answered(await recordScan(needs, rider, input));
  expect(read).toEqual([64]);
});

test('the number of a scan is never more than it is, and shows soon how many came in side by side', () => {
  expect(nextOrdinal([])).toBe(1);
  expect(nextOrdinal([{ ordinal: 3 }, { ordinal: 1 }, { ordinal: 2 }])).toBe(4);
  expect(nextOrdinal([{}, {}, {}])).toBe(4);
  expect(nextOrdinal([{ ordinal: 900 }, {}])).toBe(901);
  let latest: { ordinal: number }[] = [];
  let made = 0;
  for (let round = 0; round < 20; round += 1) {
    const ordinal = nextOrdinal(latest);
    expect(ordinal).toBeLessThanOrEqual(made + 1);
    const together = Array.from({ length: 100 }, () => ({ ordinal }));
    made += together.length;
    latest = [...latest, ...together].slice(-64);
  }
  expect(nextOrdinal(latest)).toBeGreaterThan(made * 0.6);
});

test('X-16 what corrects a scan counts as well: corrections hide no flood', async () => {
  here = await withLimit({ flagAfter: 20 });
  await flood(3);
  const [first] = await kept();
  const scanId = first?._id.slice(first._id.indexOf('.') + 1) ?? '';
  for (const [at, meaning] of (['alight', 'board', 'alight'] as const).entries())
    answered(
      await correctMeaning(here.needs, rider, { city, scanId, meaning, correctionId: idAt(here.clock.now() + at + 1) }),
    );
  expect((await kept()).map(({ ordinal }) => ordinal).sort()).toEqual([1, 2, 3, 4, 5, 6]);
});
