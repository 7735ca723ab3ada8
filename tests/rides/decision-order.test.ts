import { history } from '@tongcheng/cloudfunctions/app/rides/history';
import { journeysOf } from '@tongcheng/cloudfunctions/app/rides/journeys/journeys-of';
import { listRefusals } from '@tongcheng/cloudfunctions/app/rides/list-refusals';
import { liveFigures } from '@tongcheng/cloudfunctions/app/rides/live-figures';
import { recordException } from '@tongcheng/cloudfunctions/app/rides/record-exception';
import { recordRefusal } from '@tongcheng/cloudfunctions/app/rides/record-refusal';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { venueFeed } from '@tongcheng/cloudfunctions/app/rides/venue-feed';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { anOfficial, aRider, aScan, idAt, staffAt } from '../world/callers';
import { type Installation, openInstallation } from '../world/installation';
import { anEligibility, aStatus } from '../world/records';
import { clock } from '../world/ride-settings';
import { answered } from '../world/rider';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => here.close());

const [city, day, venueId] = ['420100', '2022-06-02', 'bus-1'];
const staff = staffAt('bus1');
const redOne = aRider('1', { eligibility: anEligibility({ identity: true, status: aStatus('red') }) });

async function scan(time: string, who: RiderCaller = aRider('1')) {
  here.clock.set(clock(time));
  return answered(await recordScan(here.needs, who, aScan(here, 'bus1', clock(time))));
}

/** By a host whose clock says `time`. */
async function turnAway(scanId: string, time: string) {
  here.clock.set(clock(time));
  answered(
    await recordRefusal(here.needs, staff, { refusalId: idAt(clock(time)), venueId, scanId, reason: 'not-the-holder' }),
  );
}
async function letOn(scanId: string, time: string) {
  here.clock.set(clock(time));
  answered(
    await recordException(here.needs, staff, { exceptionId: idAt(clock(time)), venueId, scanId, reason: 'emergency' }),
  );
}

/** What each place says of people refused, let on, and aboard; the report counts what `journeysOf` gives. */
async function told(needs = here.needs) {
  here.clock.set(clock('08:30:00'));
  const official = anOfficial();
  const { counts, aboard } = answered(await venueFeed(needs, staff, { venueId, limit: 50 }));
  const live = answered(await liveFigures(needs, official, { city }));
  const list = answered(await listRefusals(needs, official, { city }));
  const own = answered(await history(needs, aRider('1'), { city, days: 1 })).days[0];
  const outcomes: string[] = [];
  let rides = 0;
  for await (const journey of journeysOf(needs, city, day)) {
    rides += journey.rides.length;
    outcomes.push(...journey.refusals.map(({ outcome }) => outcome));
  }
  return {
    refused: [counts.refuse, live.refused, list.refused, outcomes.filter((outcome) => outcome === 'not-ridden').length],
    letOn: [counts.letOn, live.letOn, list.letOn, outcomes.filter((outcome) => outcome === 'let-on').length],
    rides: [aboard, own?.rides.length, rides],
  };
}

const turnedAway = { refused: [1, 1, 1, 1], letOn: [0, 0, 0, 0], rides: [0, 0, 0] };
const wasLetOn = { refused: [0, 0, 0, 0], letOn: [1, 1, 1, 1], rides: [1, 1, 1] };

test('W-32 turned away by a host whose clock is behind, or within the millisecond of the scan: one refusal everywhere', async () => {
  const { scanId } = await scan('08:00:00');
  await turnAway(scanId, '07:59:58');
  expect(await told()).toEqual(turnedAway);
});

test('W-32 let on by a host whose clock is behind: one exception and no refusal, everywhere', async () => {
  const { scanId } = await scan('08:00:00', redOne);
  await letOn(scanId, '07:59:58');
  expect(await told()).toEqual(wasLetOn);
});

test.each([
  ['turned away', turnedAway],
  ['let on', wasLetOn],
] as const)(
  'W-32 %s, as an earlier release wrote it, read before the scan: the same figures',
  async (what, expected) => {
    const { scanId } = await scan('08:00:00', what === 'let on' ? redOne : aRider('1'));
    if (what === 'let on') await letOn(scanId, '08:00:00');
    else await turnAway(scanId, '08:00:00');
    const { items } = await here.store.find(scans, { where: { day }, limit: 10 });
    const decision = items.find(({ corrects }) => corrects);
    if (!decision) throw new Error('nothing was decided');
    const { _v, ...record } = decision;
    await here.store.delete(scans, record._id);
    await here.store.insert(scans, { ...record, recordedAt: record.recordedAt - 2_000 });
    // Another host: what this one counted is not its.
    expect(await told({ ...here.needs, store: { ...here.store } })).toEqual(expected);
  },
);

test('W-32 who was let on and scans again stays let on: it is the same no that staff overruled', async () => {
  const { scanId } = await scan('08:00:00', redOne);
  await letOn(scanId, '08:00:20');
  expect((await scan('08:00:50', redOne)).meaning).toBe('repeat');
  expect(await told()).toEqual(wasLetOn);
});

test('W-32 who scanned twice before staff let them on is let on, once', async () => {
  const { scanId } = await scan('08:00:00', redOne);
  expect((await scan('08:00:30', redOne)).meaning).toBe('repeat');
  await letOn(scanId, '08:00:50');
  expect(await told()).toEqual(wasLetOn);
});

test('W-32 staff may turn away at the second scan whom they let on at the first', async () => {
  const first = await scan('08:00:00', redOne);
  await letOn(first.scanId, '08:00:20');
  const second = await scan('08:00:50', redOne);
  await turnAway(second.scanId, '08:01:00');
  expect((await told()).rides).toEqual([0, 0, 0]);
});
